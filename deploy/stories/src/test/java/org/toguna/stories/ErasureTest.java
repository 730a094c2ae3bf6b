package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.RunningStack.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * What was erased is nowhere: not in the tables, the database's files, the topics, the logs or the
 * history. What is searched stood in clear and leaves the tables at once, the files with a scrub.
 */
@Order(3)
class ErasureTest {
  private static final Client OWNER = Client.as("reviewer", "ngo-a", "RED");
  private static final Client OFFICER = Client.as("protection-officer", "ngo-a", "RED");
  private final Words sealed = new Words();
  private final Words indexed = new Words();

  @Test
  void anErasedRecordLeavesNothingBehind() throws Exception {
    Territory.load();
    var document = document();
    var suggestion = suggestion(document.id());
    var crisis = crisis(document.id());
    awaitOutboxes();
    // So that the planner's samples are looked through as well.
    Rows.change("cases", "analyze");
    Rows.change("ingest", "analyze");

    assertThat(inFiles(sealed)).as("sealed from the beginning").isEmpty();
    assertThat(inTables(sealed)).isEmpty();
    assertThat(inTables(indexed)).as("what is searched stands in clear").isNotEmpty();
    assertThat(inFiles(indexed)).as("the search of the files finds what is there").isNotEmpty();

    erase("/cases/v1/crises/" + crisis);
    erase("/ingest/v1/documents/" + document.id());

    for (var path :
        List.of(
            "/cases/v1/crises/" + crisis,
            "/ingest/v1/documents/" + document.id(),
            "/ingest/v1/suggestions/" + suggestion)) {
      OWNER.get(path).expect(404);
      OWNER.get(path + "/history").expect(404);
      OWNER.get(path, "asOf", document.before()).expect(404);
    }
    OWNER.get("/ingest/v1/documents/" + document.id() + "/reading").expect(404);
    OWNER.get("/ingest/v1/documents/" + document.id() + "/original").expect(404);
    awaitOutboxes();

    assertThat(inTables(sealed)).isEmpty();
    assertThat(inTables(indexed)).as("indexed fields leave the tables at once").isEmpty();
    assertThat(keysOf(List.of(crisis, document.id(), suggestion))).as("keys").isZero();
    assertThat(inTopics()).isEmpty();

    var scrubbed = stack().toguna("scrub");
    assertThat(scrubbed.status()).as(scrubbed.words()).isZero();
    assertThat(inFiles(sealed)).isEmpty();
    assertThat(inFiles(indexed)).as("the files after the scrub").isEmpty();
    System.out.printf(
        "ErasureTest: %d sealed and %d indexed words sought in %d MB of files, all tables and"
            + " topics: none left%n",
        sealed.planted().size(), indexed.planted().size(), size() >> 20);
  }

  @Test
  void quotesOfAnErasedDocumentAreLeftToThoseWhoCitedIt() {
    Territory.load();
    var document =
        OWNER
            .post(
                "/ingest/v1/documents" + Client.query("marking", "GREEN", "sharedWith", "ngo-b"),
                "{\"text\":\"They closed the road.\"}")
            .expect(201)
            .id();
    var crisis =
        OWNER
            .post(
                "/cases/v1/crises",
                """
                {"type":"siege","status":"open","cause":"the road","marking":{"tlp":"GREEN","sharedWith":["ngo-b"]},
                 "citations":[{"field":"/cause","document":"%s","start":0,"end":4,"quote":"They"}]}"""
                    .formatted(document))
            .expect(201)
            .id();
    var partner = Client.as("reader", "ngo-b");
    assertThat(view(partner, crisis)).isEqualTo("full");

    erase("/ingest/v1/documents/" + document);

    Awaitility.await("the quote is closed")
        .atMost(Duration.ofSeconds(60))
        .until(() -> view(partner, crisis).equals("blurred"));
    assertThat(view(OWNER, crisis)).isEqualTo("full");
  }

  private static String view(Client reader, String crisis) {
    return reader.get("/cases/v1/crises/" + crisis).expect(200).json().path("view").asText();
  }

  private record Posted(String id, String before) {}

  private Posted document() {
    var answer =
        OWNER
            .post(
                "/ingest/v1/documents" + Client.query("marking", "AMBER+STRICT"),
                "{\"text\":\"%s %s\",\"title\":\"%s\",\"publisher\":\"%s\"}"
                    .formatted(quote(), sealed.fresh(), indexed.fresh(), indexed.fresh()))
            .expect(201);
    return new Posted(answer.id(), answer.json().path("updatedAt").asText());
  }

  private String quote = "";

  private String quote() {
    quote = quote.isEmpty() ? sealed.fresh() : quote;
    return quote;
  }

  private String suggestion(String document) {
    return OWNER
        .post(
            "/ingest/v1/suggestions",
            "{\"document\":\"%s\",\"type\":\"crisis\",\"proposal\":{\"type\":\"siege\",\"title\":\"%s\"},\"reasons\":{\"/type\":\"%s\"}}"
                .formatted(document, sealed.fresh(), sealed.fresh()))
        .expect(201)
        .id();
  }

  private String crisis(String document) {
    var recorded =
        OWNER
            .post(
                "/cases/v1/crises",
                """
                {"type":"siege","status":"open","title":"%s","cause":"%s","narrative":"%s",
                 "place":{"id":"%s","asStated":"%s"},"marking":{"tlp":"AMBER+STRICT"},
                 "citations":[{"field":"/cause","document":"%s","start":0,"end":%d,"quote":"%s"}]}"""
                    .formatted(
                        indexed.fresh(),
                        sealed.fresh(),
                        sealed.fresh(),
                        Territory.HERE,
                        indexed.fresh(),
                        document,
                        quote().length(),
                        quote()))
            .expect(201);
    OWNER
        .patch(
            "/cases/v1/crises/" + recorded.id(),
            recorded.etag(),
            "{\"title\":\"%s\",\"narrative\":\"%s\",\"why\":\"%s\"}"
                .formatted(indexed.fresh(), sealed.fresh(), sealed.fresh()))
        .expect(200);
    return recorded.id();
  }

  private static void erase(String path) {
    OFFICER.delete(path, OWNER.get(path).expect(200).etag()).expect(204);
  }

  private static void awaitOutboxes() {
    for (var service : RunningStack.SERVICES) {
      Awaitility.await("the outbox of " + service)
          .atMost(Duration.ofSeconds(60))
          .until(() -> Rows.number(service, "select count(*) from outbox") == 0);
    }
  }

  private static long keysOf(List<String> ids) throws SQLException {
    var list = "'" + String.join("','", ids) + "'";
    return Rows.number(
            "cases", "select count(*) from record_view where record_id::text in (" + list + ")")
        + Rows.number(
            "ingest", "select count(*) from record_view where record_id::text in (" + list + ")");
  }

  /** Every table of every service by COPY, as text and with binary columns read as text. */
  private static List<String> inTables(Words words) throws SQLException, IOException {
    var found = new ArrayList<String>();
    for (var service : RunningStack.SERVICES) {
      try (var connection = stack().database(service)) {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables(service)) {
          var content = new StringWriter();
          copies.copyOut("copy public." + table + " to stdout", content);
          var text = content.toString();
          for (var word : words.planted()) {
            var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
            if (text.contains(word) || text.contains(hex)) {
              found.add(service + "." + table + ": " + word);
            }
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(String service) throws SQLException {
    return List.copyOf(
        Rows.of(service, "select tablename, 1 from pg_tables where schemaname = 'public'")
            .keySet());
  }

  private List<String> inTopics() {
    var found = new ArrayList<String>();
    for (var name : Topic.allNames()) {
      for (var message : new Topic(name).all()) {
        var text =
            message.key()
                + message.headers()
                + (message.value() == null
                    ? ""
                    : new String(message.value(), StandardCharsets.UTF_8));
        sealed.in(text).forEach(word -> found.add(name + ": " + word));
        indexed.in(text).forEach(word -> found.add(name + ": " + word));
      }
    }
    return found;
  }

  /** Every file that the stack writes: database, log of the database, topics, logs, seal heads. */
  private static List<String> inFiles(Words words) throws SQLException {
    Rows.change("cases", "checkpoint");
    var wanted =
        words.planted().stream()
            .map(word -> Map.entry(word, word.getBytes(StandardCharsets.UTF_8)))
            .toList();
    try (var files = Files.walk(stack().data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/programs/"))
          .flatMap(
              file -> {
                var bytes = read(file);
                return wanted.stream()
                    .filter(word -> contains(bytes, word.getValue()))
                    .map(word -> stack().data().relativize(file) + ": " + word.getKey());
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0]; // the database has removed it meanwhile
    }
  }

  private static boolean contains(byte[] bytes, byte[] word) {
    for (var at = 0; at <= bytes.length - word.length; at++) {
      if (bytes[at] == word[0]
          && java.util.Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }

  private static long size() throws IOException {
    try (var files = Files.walk(stack().data())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
