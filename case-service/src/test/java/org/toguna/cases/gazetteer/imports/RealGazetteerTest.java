package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gazetteers of whole countries, at the size they have. */
class RealGazetteerTest {

  /** The edition whose codes the outlines bear; another has some of them for other communes. */
  private static final String CODES = "OCHA-COD-MLI-PPL-2015";

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

      assertThat(gazetteer.one("select count(*) from place where 'point-in-doubt' = any (flags)"))
          .isEqualTo("81");
      assertThat(gazetteer.one("select count(*) from place where 'damaged-name' = any (flags)"))
          .isEqualTo("0");

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

      outlinesTellWhatLiesElsewhere(gazetteer);
    }
  }

  private static void outlinesTellWhatLiesElsewhere(GazetteerDatabase gazetteer) throws Exception {
    for (int level = 0; level <= 3; level++) {
      var file = FILES.resolve("mli_adm%d.geojson".formatted(level));
      var drawn = gazetteer.outlines(file, "OCHA-COD-MLI-2015", CODES);
      assertThat(drawn.rejected()).as("%s %s", file, drawn.firstRejected()).isZero();
    }
    assertThat(gazetteer.one("select count(*) from unit_outline")).isEqualTo("761");
    // 1,799 by the outlines as their provider drew them; these are simplified.
    assertThat(
            gazetteer.one(
                "select count(*) from place where found_in is not null and provider like 'OCHA%'"))
        .isEqualTo("1786");
    var communes =
        gazetteer.outlines(FILES.resolve("mli_adm3.geojson"), "OCHA-COD-MLI-2015", CODES);
    assertThat(communes.unchanged()).isEqualTo(701);
    assertThat(taken(gazetteer, "mali_places_cod.csv").unchanged()).isEqualTo(18_769);

    // Two of Burkina Faso's provinces are spelt too differently, and Niamey is no COD unit here:
    // told, not guessed.
    var rejected = Map.of("mli", 0, "bfa", 2, "ner", 1);
    for (var country : rejected.keySet()) {
      var file = FILES.resolve("naturalearth_%s_subdivisions.geojson".formatted(country));
      var named = gazetteer.outlines(file, "Natural-Earth-10m", null);
      assertThat(named.rejected()).as("%s", named).isEqualTo(rejected.get(country));
    }
    assertThat(gazetteer.one("select name from place_name where unit = 'ML01' and language = 'ar'"))
        .isEqualTo("منطقة كايس");
  }

  private static ImportReport taken(GazetteerDatabase gazetteer, String file) throws Exception {
    return gazetteer.load(FILES.resolve(file));
  }
}
