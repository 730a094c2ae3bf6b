package org.toguna.cases.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What siblings are told of the gazetteer is what its contract says. */
class PlaceEventTest {
  private static final Path CONTRACTS = Path.of("contracts", "events");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static GazetteerDatabase gazetteer;

  @BeforeAll
  static void load() throws Exception {
    gazetteer = new GazetteerDatabase();
    gazetteer.load(GazetteerDatabase.sample("places"));
  }

  @AfterAll
  static void close() throws Exception {
    gazetteer.close();
  }

  @Test
  void aPlaceIsToldAsInTheExample() throws Exception {
    var told = event("cod:ML050616004");

    assertThat(told).isEqualTo(JSON.readTree(CONTRACTS.resolve("place.v1.example.json").toFile()));
  }

  @Test
  void everyUnitAndPlaceIsToldOnceAsTheSchemaSays() throws Exception {
    var schema = schema();

    for (var payload : gazetteer.all("select payload from outbox")) {
      assertThat(schema.validate(JSON.readTree(payload))).isEmpty();
    }
    assertThat(gazetteer.one("select count(distinct aggregateid) = count(*) from outbox"))
        .isEqualTo("t");
    assertThat(gazetteer.one("select count(*) from outbox")).isEqualTo("44");
  }

  @Test
  void aUnitIsToldWithItsLevelAndItsOwnPlaceInThePath() throws Exception {
    var told = event("ML0507");

    assertThat(told.at("/data/full/level").asText()).isEqualTo("adm2");
    assertThat(told.at("/data/full/path").toString())
        .isEqualTo("{\"adm1\":\"ML05\",\"adm2\":\"ML0507\",\"country\":\"ML\"}");
    assertThat(told.at("/data/full/names/0/name").asText()).isEqualTo("Koro");
  }

  @Test
  void theEnvelopeNamesTopicTypeAndMarking() throws Exception {
    assertThat(
            gazetteer.all(
                "select distinct aggregatetype || ' ' || type || ' ' || marking from outbox"))
        .containsExactly("cases.place org.toguna.place.recorded.v1 CLEAR");
  }

  @Test
  void whatWasToldCanBeToldAgain() throws Exception {
    var told = gazetteer.all("select payload from outbox order by aggregateid");

    gazetteer.tellAgain();

    assertThat(
            gazetteer.all(
                "select payload from outbox where id not in (select id from outbox order by seq"
                    + " limit 44) order by aggregateid"))
        .isEqualTo(told);
    gazetteer.execute("delete from outbox where seq > (select min(seq) + 43 from outbox)");
  }

  private static JsonNode event(String id) throws Exception {
    return JSON.readTree(
        gazetteer.one("select payload from outbox where aggregateid = '" + id + "'"));
  }

  private static JsonSchema schema() throws Exception {
    try (var in = Files.newInputStream(CONTRACTS.resolve("place.v1.schema.json"))) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    }
  }
}
