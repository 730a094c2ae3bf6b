package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The gazetteers of whole countries, at the size they have. */
class RealGazetteerTest {
  private static final Path FILES = Path.of("..", "..", "shared", "data", "reference", "places");

  @Test
  void threeCountriesAreTakenInWholeAndOnce() throws Exception {
    assumeThat(FILES).exists();
    try (var gazetteer = new GazetteerDatabase()) {
      var first = taken(gazetteer, "mali_places_cod.csv");

      assertThat(first.created()).isEqualTo(18_769);
      assertThat(first.rejected()).isZero();
      assertThat(first.unitsCreated()).isEqualTo(761);
      assertThat(gazetteer.one("select count(*) from place where seat_of is not null"))
          .isEqualTo("700");
      assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("19530");

      var second = taken(gazetteer, "mali_places_cod.csv");

      assertThat(second.unchanged()).isEqualTo(18_769);
      assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("19530");

      var units = taken(gazetteer, "admin_pcodes_mli_bfa_ner.csv");
      assertThat(units.rejected()).isZero();
      assertThat(gazetteer.all("select name from unit where pcode = 'ML0505' order by id"))
          .containsExactlyInAnyOrder("Djenne", "Koro");

      for (var country : new String[] {"mali", "bfa", "ner"}) {
        taken(gazetteer, country + "_places_geonames.csv");
      }
      var again = taken(gazetteer, "ner_places_geonames.csv");
      assertThat(again.created() + again.updated()).isZero();
    }
  }

  private static ImportReport taken(GazetteerDatabase gazetteer, String file) throws Exception {
    return gazetteer.load(FILES.resolve(file));
  }
}
