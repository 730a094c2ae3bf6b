package org.toguna.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toguna.local.UsageFailed;

/** Places are evaluated on files that anyone may bring; all villages here are invented. */
class EvaluateTest {
  private static final String GAZETTEER =
      """
      pcode,name,alt_names,lat,lon,country,admin1_pcode,admin2_name,admin2_pcode,admin3_pcode
      ML019901001,Walirdé,,14.1,-3.1,MLI,ML01,Ogoville,ML0199,ML019901
      ML019901002,Tegourou,,14.2,-3.2,MLI,ML01,Ogoville,ML0199,ML019901
      ML019801001,Tegourou,,14.3,-3.3,MLI,ML01,Bandoville,ML0198,ML019801
      ML019801002,Nandolikoro,,14.4,-3.4,MLI,ML01,Bandoville,ML0198,ML019801
      """;
  private static final String VARIANTS =
      """
      cod_pcode,cod_name,geonames_name,geonames_alt_names,admin3_pcode
      ML019901001,Walirdé,Oualirde,Walirde|Ouallirdé,ML019901
      ML019801001,Tegourou,Tégourou,,ML019801
      ML017777777,Elsewhere,Elsewhere,,ML017777
      """;
  private static final String EVENTS =
      """
      ged_name,adm_2,cod_pcode,link_quality
      Nando likoro,Bandoville cercle,ML019801002,strong
      Walirde,Ogoville cercle,ML019901001,none
      """;

  private static final String OTHERS =
      """
      place_id,feature_class,name,alt_names,lat,lon,country,admin1_pcode,admin2_pcode,admin3_pcode
      gn:1,P,Nandoli,Ouroboki,14.401,-3.401,MLI,ML01,ML0198,ML019801
      gn:2,A,Bandoville,,14.3,-3.3,MLI,ML01,ML0198,ML019801
      """;
  private static final String CALLED_SO_BY_OTHERS =
      """
      cod_pcode,cod_name,geonames_name,geonames_alt_names,admin3_pcode
      ML019801002,Nandolikoro,Ouroboki,,ML019801
      ML019901001,Walirdé,Oualirde,,ML019901
      """;

  @TempDir Path files;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(files.resolve("mali_places_cod.csv"), GAZETTEER);
    Files.writeString(files.resolve("variants.csv"), VARIANTS);
    Files.writeString(files.resolve("events.csv"), EVENTS);
  }

  @Test
  void oneObjectHoldsTheFiguresOfBothSamplesBesideTheTrigrams() throws IOException {
    var figures = evaluated("--variants", "variants.csv", "--events", "events.csv", "--json");

    assertThat(figures.path("places").asInt()).isEqualTo(4);
    var variants = figures.at("/samples/variants");
    assertThat(variants.path("asked").asInt()).isEqualTo(2);
    assertThat(variants.at("/scopes/cercleKnown/name/firstHit").asDouble()).isEqualTo(100);
    assertThat(variants.at("/scopes/cercleKnown/allSpellings/firstFive").asDouble()).isEqualTo(100);
    assertThat(variants.at("/scopes/anywhere/namesakesAllow/firstHit").asDouble()).isEqualTo(75);
    assertThat(variants.at("/scopes/anywhere/trigram/firstFive").asDouble()).isEqualTo(100);
    assertThat(variants.at("/scopes/anywhere/name/lookupsPerSecond").asDouble()).isPositive();
    assertThat(figures.path("otherProvider").asText()).isEqualTo("none");
    assertThat(variants.at("/scopes/anywhere").has("otherProviders")).isFalse();
    assertThat(figures.at("/samples/events/asked").asInt()).isEqualTo(1);
    assertThat(figures.at("/samples/events/scopes/anywhere/name/firstHit").asDouble())
        .isEqualTo(100);
  }

  @Test
  void anotherProvidersListIsCountedApartAndTellsHowMuchOfTheSampleItHolds() throws IOException {
    Files.writeString(files.resolve("mali_places_geonames.csv"), OTHERS);
    Files.writeString(files.resolve("variants.csv"), CALLED_SO_BY_OTHERS);

    var figures = evaluated("--variants", "variants.csv", "--json");

    assertThat(figures.path("otherProvider").asText()).isEqualTo("mali_places_geonames.csv");
    var variants = figures.at("/samples/variants");
    assertThat(variants.path("calledSoByOthers").asDouble()).isEqualTo(50);
    assertThat(variants.at("/scopes/anywhere/name/firstHit").asDouble()).isEqualTo(50);
    assertThat(variants.at("/scopes/anywhere/otherProviders/firstHit").asDouble()).isEqualTo(100);
  }

  @Test
  void theGazetteerIsAskedForPlainlyWhereItIsNotBeside() throws IOException {
    Files.delete(files.resolve("mali_places_cod.csv"));

    assertThatThrownBy(() -> evaluated("--variants", "variants.csv"))
        .isInstanceOf(UsageFailed.class)
        .hasMessageContaining("--gazetteer");
  }

  @Test
  void onlyTheChosenHalfIsAsked() {
    assertThat(List.of(0, 1, 2, 3)).filteredOn(Half.UNTUNED::takes).containsExactly(1, 3);
    assertThat(List.of(0, 1, 2, 3)).filteredOn(Half.TUNED::takes).containsExactly(0, 2);
    assertThatThrownBy(() -> evaluated("--variants", "variants.csv", "--half", "third"))
        .isInstanceOf(UsageFailed.class);
  }

  private JsonNode evaluated(String... words) throws IOException {
    var options =
        List.of(words).stream()
            .map(word -> word.endsWith(".csv") ? files.resolve(word).toString() : word)
            .toList();
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      Evaluate.run(Stream.concat(Stream.of("places"), options.stream()).toList());
    } finally {
      System.setOut(before);
    }
    return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
  }
}
