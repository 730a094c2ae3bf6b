package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The gazetteers of whole countries, at the size they have. */
class RealGazetteerTest {
  private static final Logger LOG = Logger.getLogger(RealGazetteerTest.class);
  private static final Path FILES = Path.of("..", "..", "shared", "data", "reference", "places");

  @Test
  void aCountryIsTakenInBeforeAnybodyLosesPatience() throws Exception {
    assumeThat(FILES).exists();
    try (var gazetteer = new GazetteerDatabase()) {
      var first = timed(gazetteer, "mali_places_cod.csv", 20);

      assertThat(first.created()).isEqualTo(18_769);
      assertThat(first.rejected()).isZero();
      assertThat(first.unitsCreated()).isEqualTo(761);
      assertThat(gazetteer.one("select count(*) from place where seat_of is not null"))
          .isEqualTo("700");
      assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("19530");

      var second = timed(gazetteer, "mali_places_cod.csv", 20);

      assertThat(second.unchanged()).isEqualTo(18_769);
      assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("19530");

      var units = timed(gazetteer, "admin_pcodes_mli_bfa_ner.csv", 20);
      assertThat(units.rejected()).isZero();
      assertThat(gazetteer.all("select name from unit where pcode = 'ML0505' order by id"))
          .containsExactlyInAnyOrder("Djenne", "Koro");

      for (var country : new String[] {"mali", "bfa", "ner"}) {
        timed(gazetteer, country + "_places_geonames.csv", 20);
      }
      LOG.infof(
          "MEASURED unmatched %s",
          gazetteer.one("select count(*) from place where 'unit-not-found' = any (flags)"));
      var again = timed(gazetteer, "ner_places_geonames.csv", 20);
      assertThat(again.created() + again.updated()).isZero();
    }
  }

  private static ImportReport timed(GazetteerDatabase gazetteer, String file, int seconds)
      throws Exception {
    var start = Instant.now();
    var report = gazetteer.load(FILES.resolve(file));
    var took = Duration.between(start, Instant.now());
    LOG.infof(
        "MEASURED %s in %d ms: created %d, updated %d, unchanged %d, rejected %d, units %d %s",
        file,
        took.toMillis(),
        report.created(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        report.unitsCreated(),
        report.firstRejected().stream().limit(8).toList());
    assertThat(took).isLessThan(Duration.ofSeconds(seconds));
    return report;
  }
}
