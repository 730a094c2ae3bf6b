package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What replaced what, and what was published of it, as files say. */
class SuccessionsTest {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples");
  private static final String HEADER = "entry,replaced_by,day,source,extent\n";
  private static GazetteerDatabase gazetteer;

  @BeforeAll
  static void open() throws Exception {
    gazetteer = new GazetteerDatabase();
  }

  @AfterAll
  static void close() throws Exception {
    gazetteer.close();
  }

  @BeforeEach
  void reform() throws Exception {
    gazetteer.empty();
    gazetteer.load(GazetteerDatabase.sample("places"));
    gazetteer.load(EXAMPLES.resolve("mali-2023-regions.csv"), "ML-LOI-2023-006");
  }

  @Test
  void theExamplesAreTakenInWholeAndOnce() throws Exception {
    gazetteer.load(EXAMPLES.resolve("../../deploy/local/src/main/resources/samples/gazetteer.csv"));
    for (var example : new String[] {"mali-2023-successions.csv", "mali-2023-totals.csv"}) {
      var first = gazetteer.load(EXAMPLES.resolve(example));
      var again = gazetteer.load(EXAMPLES.resolve(example));

      assertThat(first.firstRejected()).isEmpty();
      assertThat(first.created()).isPositive();
      assertThat(again.unchanged()).isEqualTo(first.created());
    }
    assertThat(
            gazetteer.all(
                "select number::text from division_total where level = 'village' order by 1"))
        .containsExactly("12641", "12712");
  }

  @Test
  void whatIsReplacedBecomesANewVersionAndIsTold() throws Exception {
    gazetteer.execute("truncate outbox");

    gazetteer.load(HEADER + "ML0507,ML-2023:bandiagara,2023-03-13,A law,\n");

    assertThat(gazetteer.all("select aggregateid from outbox")).containsExactly("ML0507");
    assertThat(gazetteer.one("select extent from succession")).isEqualTo("whole");
  }

  @Test
  void rowsThatContradictEachOtherAreNotBothBelieved() throws Exception {
    var report =
        gazetteer.load(
            HEADER
                + "ML0507,ML-2023:bandiagara,2023-03-13,A law,\n"
                + "cod:ML050731002,ML-2023:douentza,2023-03-13,Another law,\n"
                + "ML0506,ML05,2023-03-13,A law,\n"
                + "ML-2023:san,ML-2023:douentza,2023-03-13,A law,\n"
                + "ML0506,ML-2023:nowhere,2023-03-13,A law,\n"
                + "ML9999,ML-2023:san,2023-03-13,A law,\n"
                + "ML0506,ML-2023:san,2015-03-13,A law,\n"
                + "ML0506,ML-2023:san,2023-03-13,,\n"
                + "ML0506,ML-2023:san,2023-03-13,A law,half\n");

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.firstRejected())
        .extracting(row -> row.pointer() + " " + row.code())
        .containsExactly(
            "/replaced_by contradicts",
            "/replaced_by not-of-the-division",
            "/entry of-the-division",
            "/replaced_by unknown-unit",
            "/entry unknown-entry",
            "/day before-the-division",
            "/source missing",
            "/extent unknown-extent");
    assertThat(
            gazetteer.load(HEADER + "ML0507,ML-2023:bandiagara,2023-03-13,A law,part\n").updated())
        .isEqualTo(1);
    assertThat(
            gazetteer
                .load(HEADER + "cod:ML050731002,ML-2023:douentza,2023-03-13,Another law,\n")
                .created())
        .isEqualTo(1);
    assertThat(
            gazetteer
                .load(HEADER + "ML0507,ML-2023:bandiagara,2023-03-13,A law,whole\n")
                .rejected())
        .isEqualTo(1);
    assertThat(one("select count(*) from succession")).isEqualTo("2");
  }

  private static String one(String sql) throws SQLException {
    return gazetteer.one(sql);
  }
}
