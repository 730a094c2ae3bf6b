package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Cases, and as many sieges, that grow to each size in turn: fifty cercles, ten years, and two of
 * three sieges lifted. Some are recorded over HTTP, all others are {@link RecordCopies}.
 */
final class Dialogues {
  private static final int RECORDED = 240;
  private static final int AT_ONCE = 1_000;
  private static final List<String> TYPES =
      List.of("siege_lifting", "local_truce", "commune_pact", "hostage_release");
  private static final List<String> STAGES =
      List.of("contact_sought", "contact_made", "terms_agreed", "in_force", "lapsed");

  /** What the triggers would have counted; the service folds it as it always does. */
  private static final String COUNTED =
      "select count_anew(array(select record_id from record_view where kind in ('case', 'crisis')"
          + " except select record_id from record_counted))";

  private final RunningStack stack;
  private final Registry registry;
  private final Connection database;
  private final RecordCopies cases;
  private final RecordCopies sieges;
  private int size;

  Dialogues(RunningStack stack, Registry registry, Connection database) {
    this.stack = stack;
    this.registry = registry;
    this.database = database;
    var sealing = new Sealing(stack.masterKey("cases"));
    this.cases = new RecordCopies(database, sealing, RecordCopies.Members.OF_CASE);
    this.sieges = new RecordCopies(database, sealing, RecordCopies.Members.OF_CRISIS);
  }

  int size() {
    return size;
  }

  /**
   * @throws IllegalStateException if the service then counts another number of them
   */
  void growTo(int wanted) throws SQLException {
    for (; size < RECORDED; size++) {
      cases.learn(registry.record("/cases/v1/cases", dialogue(size)));
      sieges.learn(registry.record("/cases/v1/crises", siege(size)));
    }
    try (Statement statement = database.createStatement()) {
      statement.execute("set session_replication_role = replica");
      while (size < wanted) {
        int more = Math.min(AT_ONCE, wanted - size);
        cases.write(more);
        sieges.write(more);
        size += more;
      }
      statement.execute("set session_replication_role = origin");
      statement.execute(COUNTED);
      Outbox.await(database, "select not exists (select from record_count_change)");
      statement.execute("vacuum analyze");
    }
    long counted = counted();
    if (counted != size) {
      throw new IllegalStateException("%d of %d are counted".formatted(counted, size));
    }
  }

  private static String dialogue(int number) {
    return """
        {"type":"%s","title":"Talks %d","place":{"id":"%s"},
         "stages":[{"stage":"%s","when":{"edtf":"%s"}}],
         "narrative":"Told by those who sat under the tree, and by nobody else.",
         "marking":{"tlp":"GREEN"}}"""
        .formatted(
            TYPES.get(number % TYPES.size()),
            number,
            Registry.cercle(number % Registry.CERCLES),
            STAGES.get(number % STAGES.size()),
            day(number));
  }

  private static String siege(int number) {
    LocalDate since = day(number);
    LocalDate last = since.plusDays(10L + number * 7L % 900);
    boolean lifted = number % 3 > 0;
    return String.format(
        Locale.ROOT,
        """
        {"type":"siege","status":"%s","title":"Siege %d","place":{"id":"%s"},
         "since":{"edtf":"%s"},"%s":{"edtf":"%s"},
         "narrative":"Told by a trader who left at night.","marking":{"tlp":"GREEN"}}""",
        lifted ? "lifted" : "open",
        number,
        Registry.cercle(number % Registry.CERCLES),
        since,
        lifted ? "until" : "lastConfirmed",
        last);
  }

  private static LocalDate day(int number) {
    return Incidents.FIRST.plusMonths(number * 7L % Incidents.MONTHS).atDay(1 + number % 28);
  }

  private long counted() {
    try (var connection = new HttpConnection(stack.port("cases"))) {
      byte[] answer =
          connection.send(
              HttpConnection.Ask.get("/cases/v1/statistics/cases", registry.authors().getFirst()),
              200);
      return new ObjectMapper().readTree(answer).path("total").asLong();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
