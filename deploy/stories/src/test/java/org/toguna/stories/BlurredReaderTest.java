package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A reader who gets two sieges blurred cannot tell them apart, whatever they ask, although one
 * befell one village early in a month and the other another village late in it.
 */
@Order(2)
class BlurredReaderTest {
  private static final String CRISES = "/cases/v1/crises";
  private static final Client OWNER = Client.as("reviewer", "ngo-a", "AMBER");
  private static final Client READER = Client.as("reader", "ngo-b", "AMBER");
  private static final Words WORDS = new Words();
  private static String early = "";
  private static String late = "";

  @BeforeAll
  static void plant() {
    Territory.load();
    early = siege(Territory.HERE, "2021-05-03");
    late = siege(Territory.THERE, "2021-05-27");
  }

  private static String siege(String village, String since) {
    var body =
        """
        {"type":"siege","status":"open","title":"%s","place":{"id":"%s","asStated":"%s"},
         "since":{"edtf":"%s","asStated":"%s"},"cause":"%s","narrative":"%s",
         "marking":{"tlp":"GREEN","finestPlace":"adm2","finestDate":"month"}}"""
            .formatted(
                WORDS.fresh(),
                village,
                WORDS.fresh(),
                since,
                WORDS.fresh(),
                WORDS.fresh(),
                WORDS.fresh());
    return OWNER.post(CRISES, body).expect(201).id();
  }

  @Test
  void eachReadsLikeTheOther() {
    var one = READER.get(CRISES + "/" + early).expect(200);
    assertThat(Trace.of(one)).isEqualTo(Trace.of(READER.get(CRISES + "/" + late)));
    assertThat(one.json().path("view").asText()).isEqualTo("blurred");
    assertThat(one.json().at("/place/id").asText()).isEqualTo(Territory.CERCLE);
    assertThat(one.body()).doesNotContain("Kelenna", "Sarafere", "14.1", "17.1", "05-03");
    assertThat(WORDS.in(one.headers() + one.body())).isEmpty();
    assertThat(Trace.of(READER.get(CRISES + "/" + early + "/history")))
        .isEqualTo(Trace.of(READER.get(CRISES + "/" + late + "/history")));
  }

  @Test
  void bisectingTheMapEndsNowhere() {
    // Always into the half where the village is; a leak would keep one siege and lose the other.
    double west = 10;
    double south = 10;
    double east = 25;
    double north = 20;
    for (var step = 0; step < 24; step++) {
      assertSameFate("bbox", box(west, south, east, north));
      if (step % 2 == 0) {
        var middle = (west + east) / 2;
        assertSameFate("bbox", box(west, south, middle, north));
        assertSameFate("bbox", box(middle, south, east, north));
        west = 17.1 < middle ? west : middle;
        east = 17.1 < middle ? middle : east;
      } else {
        var middle = (south + north) / 2;
        assertSameFate("bbox", box(west, south, east, middle));
        assertSameFate("bbox", box(west, middle, east, north));
        south = 14.1 < middle ? south : middle;
        north = 14.1 < middle ? middle : north;
      }
    }
    assertSameFate("bbox", box(17.09, 14.09, 17.11, 14.11));
    assertSameFate("bbox", box(17.89, 14.89, 17.91, 14.91));
  }

  @Test
  void noFilterByPlaceDateOrWordTellsThemApart() {
    for (var place :
        List.of(
            "TD",
            Territory.REGION,
            Territory.CERCLE,
            "TD970101",
            "TD970102",
            Territory.HERE,
            Territory.THERE)) {
      assertSameFate("place", place);
    }
    assertThat(found("place", Territory.CERCLE)).contains(early, late);
    assertThat(found("place", Territory.HERE)).doesNotContain(early, late);
    for (var day = LocalDate.of(2021, 4, 28); day.getMonthValue() < 7; day = day.plusDays(1)) {
      assertSameFate("from", day.toString(), "to", day.toString());
      assertSameFate("from", day.toString());
      assertSameFate("to", day.toString());
    }
    for (var word : WORDS.planted()) {
      assertThat(found("q", word)).isEmpty();
    }
    for (var word : List.of("Kelenna", "Filanna", "Sarafere", "Ondougou")) {
      assertSameFate("q", word);
    }
  }

  @Test
  void noPrecedentIsNearerForWhereItTrulyLies() {
    var here = talks(early, Territory.HERE);
    var there = talks(late, Territory.THERE);
    for (var place : List.of(Territory.REGION, Territory.CERCLE, Territory.HERE, Territory.THERE)) {
      for (var day : List.of("2021-05-03", "2021-05-27", "2021-05")) {
        var found =
            READER
                .post(
                    "/cases/v1/precedents?limit=100",
                    "{\"place\":{\"id\":\"%s\"},\"period\":{\"edtf\":\"%s\"}}"
                        .formatted(place, day))
                .expect(200)
                .json();
        assertThat(precedent(found, here))
            .as(place + " " + day)
            .isNotEmpty()
            .isEqualTo(precedent(found, there));
      }
    }
  }

  private static String talks(String crisis, String village) {
    return OWNER
        .post(
            "/cases/v1/cases",
            """
            {"type":"siege_lifting","title":"%s","crises":["%s"],"place":{"id":"%s"},
             "marking":{"tlp":"GREEN","finestPlace":"adm2","finestDate":"month"}}"""
                .formatted(WORDS.fresh(), crisis, village))
        .expect(201)
        .id();
  }

  /** All that is said of one precedent, except which it is. */
  private static String precedent(JsonNode found, String dialogue) {
    return found
        .path("items")
        .valueStream()
        .filter(item -> item.path("case").asText().equals(dialogue))
        .map(item -> item.toString().replace(dialogue, "ID"))
        .findFirst()
        .orElse("");
  }

  @Test
  void orderAndPagesAreThoseOfWhatIsShown() {
    var listed = found("place", Territory.CERCLE, "limit", "1000");
    var paged = new ArrayList<String>();
    var page = READER.get(CRISES, "place", Territory.CERCLE, "limit", "1").expect(200).json();
    ids(page).forEach(paged::add);
    while (page.hasNonNull("next")) {
      page =
          READER
              .get(
                  CRISES,
                  "place",
                  Territory.CERCLE,
                  "limit",
                  "1",
                  "cursor",
                  page.path("next").asText())
              .expect(200)
              .json();
      ids(page).forEach(paged::add);
    }
    assertThat(paged).isEqualTo(listed);
    // Both began in the same month for this reader, so only their random ids order them.
    var inOrder = listed.stream().filter(id -> id.equals(early) || id.equals(late)).toList();
    assertThat(inOrder)
        .isEqualTo(inOrder.stream().sorted(java.util.Comparator.reverseOrder()).toList());
  }

  @Test
  void aChangeThatIsNotShownDoesNotShow() {
    var id = siege(Territory.HERE, "2021-05-10");
    var path = CRISES + "/" + id;
    var before = READER.get(path).expect(200);
    var history = READER.get(path + "/history").body();
    var followed = followed();
    var stream =
        CompletableFuture.supplyAsync(
            () -> READER.listen("/cases/v1/changes/stream", Duration.ofSeconds(7)));
    var instant = Instant.now().toString();

    var moved =
        OWNER
            .patch(
                path,
                OWNER.get(path).etag(),
                "{\"place\":{\"id\":\"%s\"},\"since\":{\"edtf\":\"2021-05-20\",\"from\":null,\"to\":null},\"cause\":\"%s\",\"why\":\"%s\"}"
                    .formatted(Territory.THERE, WORDS.fresh(), WORDS.fresh()))
            .expect(200);

    assertThat(moved.json().at("/place/id").asText()).isEqualTo(Territory.THERE);
    var after = READER.get(path).expect(200);
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.etag()).isEqualTo(before.etag());
    assertThat(READER.send("GET", path, null, Map.of("If-None-Match", before.etag())).status())
        .isEqualTo(304);
    assertThat(READER.get(path + "/history").body()).isEqualTo(history);
    assertThat(found("updatedSince", instant)).doesNotContain(id);
    for (var time = 0; time < 10; time++) { // the database plans a query anew after five
      assertThat(READER.get(path, "asOf", Instant.now().toString()).body())
          .isEqualTo(before.body());
    }
    // Not even by how full a page of changes is.
    var changes = READER.get("/cases/v1/changes", "since", followed, "limit", "1").json();
    assertThat(changes.path("changes")).isEmpty();
    assertThat(changes.path("more").asBoolean()).isFalse();
    assertThat(stream.join()).doesNotContain(id);
  }

  /** Where the reader stands once there is nothing more to be told. */
  private static String followed() {
    var page = READER.get("/cases/v1/changes", "limit", "1000").expect(200).json();
    while (page.path("more").asBoolean()) {
      page =
          READER
              .get("/cases/v1/changes", "limit", "1000", "since", page.path("next").asText())
              .expect(200)
              .json();
    }
    return page.path("next").asText();
  }

  private static void assertSameFate(String... filter) {
    var found = found(filter);
    assertThat(found.contains(early)).as(String.join(" ", filter)).isEqualTo(found.contains(late));
    var board =
        READER
            .get("/cases/v1/board", withLimit(filter))
            .expect(200)
            .json()
            .findValuesAsText("crisis");
    assertThat(board.contains(early)).isEqualTo(board.contains(late));
    assertThat(board.contains(early)).isEqualTo(found.contains(early));
  }

  private static List<String> found(String... filter) {
    return ids(READER.get(CRISES, withLimit(filter)).expect(200).json());
  }

  private static String[] withLimit(String... filter) {
    var all = new ArrayList<>(List.of(filter));
    if (!all.contains("limit")) {
      all.addAll(List.of("limit", "1000"));
    }
    return all.toArray(String[]::new);
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("id").asText()).toList();
  }

  private static String box(double west, double south, double east, double north) {
    return String.format(Locale.ROOT, "%f,%f,%f,%f", west, south, east, north);
  }
}
