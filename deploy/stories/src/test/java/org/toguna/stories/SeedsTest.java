package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.RunningStack.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The main job on real input: two reports become mentions and suggestions, and a reviewer's
 * acceptance becomes a line on the board.
 */
@Order(7)
class SeedsTest {
  private static final String OWNER = "ngo-s" + Long.toHexString(System.nanoTime());
  private static final Client REVIEWER = Client.as("reviewer", OWNER);
  private static final String REPORTAGE = "000_2975939f7675fe74.txt";
  private static final String ESSAY = "004_bbae408ec758fba5.txt";
  private static String reportage = "";
  private static String essay = "";
  private static Map<String, String> actors = Map.of();

  @BeforeAll
  static void post() {
    var rows = Seeds.text("data/reference/places/mali_places_cod.csv");
    var start = Instant.now();
    var report =
        Client.as("administrator", OWNER)
            .send(
                "POST",
                "/cases/v1/gazetteer/imports",
                rows,
                Map.of("Content-Type", "text/csv", "Idempotency-Key", UUID.randomUUID().toString()))
            .expect(201)
            .json();
    var took = Duration.between(start, Instant.now());
    actors = Seeds.recordActors(REVIEWER);
    new Topic("toguna.cases.place").awaitHeardBy("ingest");
    new Topic("toguna.actors.actor").awaitHeardBy("ingest");
    new Topic("toguna.actors.actor").awaitHeardBy("cases");
    System.out.printf(
        "SeedsTest: gazetteer in %.1f s: %d created, %d rejected; %d golden actors%n",
        took.toMillis() / 1000.0,
        report.path("created").asInt(),
        report.path("rejected").asInt(),
        actors.size());
    reportage = posted(REPORTAGE);
    essay = posted(ESSAY);
  }

  private static String posted(String file) {
    return Client.as("contributor", OWNER)
        .send(
            "POST",
            "/ingest/v1/documents",
            Seeds.text("seeds/" + file),
            Map.of(
                "Content-Type",
                "text/plain; charset=utf-8",
                "Idempotency-Key",
                UUID.randomUUID().toString()))
        .expect(201)
        .id();
  }

  @Test
  void districtsAreLinkedToTheirCerclesAndARegionStaysAsStated() {
    var mentions = mentions(reportage);
    var linked =
        mentions.stream()
            .filter(mention -> mention.path("kind").asText().equals("place"))
            .map(mention -> mention.path("linked"))
            .filter(place -> place.path("level").asText().equals("adm2"))
            .map(place -> place.path("name").asText())
            .collect(Collectors.toSet());
    assertThat(linked)
        .containsExactlyInAnyOrder("Koro", "Djenne", "Douentza", "Bandiagara", "Bankass");
    var regions =
        mentions.stream()
            .filter(mention -> mention.path("asStated").asText().equals("Bandiagara region"))
            .toList();
    assertThat(regions).isNotEmpty();
    assertThat(regions).allMatch(mention -> !mention.hasNonNull("linked"));
    assertThat(regions).allMatch(mention -> !mention.path("candidates").isEmpty());
    System.out.printf(
        "SeedsTest: %d mentions, cercles %s, \"Bandiagara region\" open %d times%n",
        mentions.size(), linked, regions.size());
  }

  @Test
  void actorsThatTheRegistryKnowsAreRecognised() {
    var linked = new HashSet<String>();
    for (var document : List.of(reportage, essay)) {
      mentions(document).stream()
          .filter(mention -> mention.path("kind").asText().equals("actor"))
          .forEach(mention -> linked.add(mention.path("linked").path("id").asText()));
    }
    for (var known : List.of("P-KODIO", "P-BAH", "P-KONARE", "P-SAGARA", "G-JNIM", "G-MACINA")) {
      assertThat(linked).as(known).contains(actors.get(known));
    }
    System.out.printf("SeedsTest: %d actors recognised%n", linked.size());
  }

  @Test
  void bothSiegesAndTheAbductionsAreSuggestedWithPassages() {
    var drafts = suggestions(reportage);
    var sieges = drafts.stream().filter(draft -> type(draft).equals("siege")).toList();
    assertThat(sieges).extracting(SeedsTest::placeName).containsExactlyInAnyOrder("Koro", "Djenne");
    var abductions = drafts.stream().filter(draft -> type(draft).equals("abduction")).toList();
    assertThat(abductions).hasSizeGreaterThanOrEqualTo(2);
    assertThat(abductions)
        .as("of the two officers")
        .anyMatch(
            draft ->
                draft.at("/proposal/victims").size() == 2
                    && draft.at("/proposal/since/from").asText().equals("2020-07-01")
                    && !draft.at("/proposal").has("place"));
    assertThat(abductions).as("of the nephew").anyMatch(draft -> placeName(draft).equals("Koro"));
    assertThat(drafts).allMatch(draft -> !draft.path("citations").isEmpty());
    assertThat(drafts)
        .as("where the mediator lives")
        .noneMatch(d -> placeName(d).equals("Bankass"));
    assertThat(suggestions(essay)).isEmpty();
    System.out.printf("SeedsTest: %d drafts, %d with a place%n", drafts.size(), placed(drafts));
  }

  @Test
  void theKoroSiegeAcceptedStandsOnTheBoardAsLifted() {
    var draft =
        suggestions(reportage).stream()
            .filter(one -> type(one).equals("siege") && placeName(one).equals("Koro"))
            .findFirst()
            .orElseThrow();
    var record = edited(draft);
    var crisis = REVIEWER.post("/cases/v1/crises", record.toString()).expect(201);

    var place = crisis.json().at("/place/id").asText();
    var line =
        REVIEWER
            .get("/cases/v1/board", "place", place, "limit", "1000")
            .expect(200)
            .json()
            .path("items")
            .valueStream()
            .filter(item -> item.path("crisis").asText().equals(crisis.id()))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("status").asText()).isEqualTo("lifted");
    assertThat(line.at("/until/from").asText()).isEqualTo("2021-08-01");
    assertThat(line.at("/until/to").asText()).isEqualTo("2021-08-31");
    assertThat(line.at("/until/basis").asText()).isEqualTo("derived");
    assertThat(line.path("citations").asInt()).isGreaterThanOrEqualTo(2);
    var cited =
        crisis
            .json()
            .path("citations")
            .valueStream()
            .filter(citation -> citation.path("field").asText().equals("/until"))
            .map(citation -> citation.path("quote").asText())
            .toList();
    assertThat(cited).containsExactlyInAnyOrder("last August", "August 2021");

    Awaitility.await("the suggestion is seen as accepted")
        .atMost(Duration.ofSeconds(20))
        .until(() -> suggestion(draft).path("status").asText().startsWith("accepted"));
    assertThat(suggestion(draft).at("/decision/record").asText()).isEqualTo(crisis.id());
    REVIEWER.post("/cases/v1/crises", record.toString()).expect(409);
    REVIEWER
        .send(
            "PUT",
            "/ingest/v1/suggestions/" + draft.path("id").asText() + "/rejection",
            "{\"reason\":\"other\"}",
            Map.of(
                "Content-Type",
                "application/json",
                "If-Match",
                REVIEWER.get("/ingest/v1/suggestions/" + draft.path("id").asText()).etag()))
        .expect(409);
    System.out.printf("SeedsTest: on the board %s%n", line);
  }

  /** The proposal with its dates as the report has them, and the citations of its own fields. */
  private static ObjectNode edited(JsonNode draft) {
    var record = (ObjectNode) draft.path("proposal").deepCopy();
    record.put("status", "lifted");
    record.put("suggestion", draft.path("id").asText());
    var until = record.putObject("until");
    until.put("edtf", "2021-08").put("asStated", "last August").put("basis", "derived");
    var citations = JSON.createArrayNode();
    draft
        .path("citations")
        .forEach(
            citation -> {
              var own = (ObjectNode) citation.deepCopy();
              own.put("field", citation.path("field").asText().replaceFirst("^/proposal", ""));
              citations.add(own);
            });
    record.set("citations", citations);
    return record;
  }

  private static JsonNode suggestion(JsonNode draft) {
    return REVIEWER.get("/ingest/v1/suggestions/" + draft.path("id").asText()).expect(200).json();
  }

  private static List<JsonNode> mentions(String document) {
    return REVIEWER
        .get("/ingest/v1/documents/" + document + "/reading")
        .expect(200)
        .json()
        .path("mentions")
        .valueStream()
        .toList();
  }

  private static List<JsonNode> suggestions(String document) {
    var page =
        REVIEWER
            .get("/ingest/v1/suggestions", "about", document, "limit", "1000")
            .expect(200)
            .json();
    return new ArrayList<>(page.path("items").valueStream().toList());
  }

  private static String type(JsonNode draft) {
    return draft.at("/proposal/type").asText();
  }

  private static String placeName(JsonNode draft) {
    var id = draft.at("/proposal/place/id").asText();
    return id.isEmpty()
        ? ""
        : REVIEWER.get("/cases/v1/places/" + id).expect(200).json().path("name").asText();
  }

  private static long placed(List<JsonNode> drafts) {
    return drafts.stream().filter(draft -> !placeName(draft).isEmpty()).count();
  }
}
