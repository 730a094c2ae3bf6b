package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.toguna.kit.names.Fold;

/** What was folded otherwise before is found by the fold of today. */
class NamesOfBeforeTest {
  private static GazetteerDatabase gazetteer;

  @BeforeAll
  static void open() throws Exception {
    gazetteer = new GazetteerDatabase();
  }

  @AfterAll
  static void close() throws Exception {
    gazetteer.close();
  }

  @Test
  void namesOfTheGazetteerAreFoldedAnewOnce() throws Exception {
    gazetteer.load(GazetteerDatabase.sample("places").replace("Petelkada,Petelkada", "بئر أحمد,"));
    gazetteer.execute("update place_name set folded = 'x', sound = 'x'");

    assertThat(gazetteer.foldAnew()).isPositive();
    assertThat(gazetteer.foldAnew()).isZero();
    assertThat(gazetteer.one("select folded from place_name where place = 'cod:ML050616003'"))
        .isEqualTo(Fold.of("بئر أحمد"));
    assertThat(gazetteer.all("select name from place_name where folded = 'x' or sound = 'x'"))
        .isEmpty();
  }

  /** As the service indexed words before: with unaccent, and without a fold. */
  @ParameterizedTest
  @CsvSource({
    "أحمد آسفي,احمد اسفي",
    "Ouédraogo-Hélène,helene ouedraogo",
    "N'Dolo,Ndolo",
    "L’armée,armée",
    "L'armée,l’armée",
    "Kɔrɔ Ŋari,koro nari",
    "مـوســى,موسي",
    "١٣ سبتمبر,13 سبتمبر",
    "Marché de Sévaré levé,\"marche de SÉVARÉ\""
  })
  void wordsOfRecordsAreFoundByWhatIsAskedToday(String before, String asked) throws Exception {
    gazetteer.execute(
        """
        drop schema if exists before cascade;
        create schema before;
        create table before.record_view (search tsvector);
        set search_path = before, public;
        insert into record_view values (to_tsvector('simple', unaccent('%s')));
        """
                .formatted(before.replace("'", "''"))
            + migration());

    assertThat(found(asked))
        .as(gazetteer.superuser("select search::text from before.record_view"))
        .isEqualTo("1");
  }

  private static String found(String asked) throws SQLException {
    return gazetteer.superuser(
        "select count(*) from before.record_view where search @@ websearch_to_tsquery('simple', '%s')"
            .formatted(Fold.asked(asked)));
  }

  private static String migration() throws IOException {
    try (var file =
        NamesOfBeforeTest.class.getResourceAsStream(
            "/db/migration/kit/V88__words_are_folded_by_one_table.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
