package org.toguna.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.toguna.stories.RunningStack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * An import whose service is killed without warning, five times in the middle of it, goes on by
 * itself: no event is lost or doubled. Its undo is no different.
 */
@Order(8)
class ImportKilledTest {
  private static final int ROWS = Integer.getInteger("toguna.import-rows", 3_000);
  private static final int KILLS = 5;
  private static final String ORGANISATION = "ngo-k" + Long.toHexString(System.nanoTime());
  private static final String IMPORTS = "/cases/v1/incident-imports";
  private static final Client AUTHOR = Client.as("reviewer", ORGANISATION);

  @BeforeAll
  static void somewhere() {
    Territory.load();
  }

  @Test
  void itGoesOnByItselfWithoutADoubleOrAGap() throws SQLException {
    String id =
        AUTHOR.send("POST", IMPORTS, events(), Map.of("Content-Type", "text/csv")).expect(202).id();
    for (int kill = 1; kill <= KILLS; kill++) {
      killAt(id, ROWS * kill / (KILLS + 1));
    }
    JsonNode done = ended(id, "done");

    assertThat(done.at("/outcomes/created").asInt()).isEqualTo(ROWS);
    assertThat(done.at("/outcomes/rejected").asInt()).isZero();
    assertThat(listed()).isEqualTo(ROWS);
    assertThat(counted()).isEqualTo(ROWS);
    assertThat(one("count(*)")).isEqualTo(ROWS);
    assertThat(one("count(distinct external_id)")).isEqualTo(ROWS);

    AUTHOR.send("PUT", IMPORTS + "/" + id + "/undo", null, Map.of()).expect(202);
    killAt(id, ROWS / 2);
    JsonNode undone = ended(id, "undone");

    assertThat(undone.at("/outcomes/undone").asInt()).isEqualTo(ROWS);
    assertThat(listed()).isZero();
    assertThat(counted()).isZero();
    assertThat(one("count(*)")).isZero();
  }

  private static void killAt(String id, int position) {
    Awaitility.await("the import comes to row " + position)
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> job(id).path("position").asInt() >= position);
    long pid = stack().pid("case-service");
    stack().kill("case-service");
    Awaitility.await("case-service comes back")
        .atMost(Duration.ofMinutes(2))
        .until(() -> stack().pid("case-service") != pid && stack().isReady("case-service"));
  }

  private static JsonNode ended(String id, String state) {
    return Awaitility.await("the import is " + state)
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> job(id), job -> job.path("state").asText().equals(state));
  }

  private static JsonNode job(String id) {
    return AUTHOR.get(IMPORTS + "/" + id).expect(200).json();
  }

  private static int listed() {
    return AUTHOR
        .get("/cases/v1/incidents", "limit", "1", "total", "true", "place", Territory.CERCLE)
        .expect(200)
        .json()
        .path("total")
        .asInt();
  }

  private static int counted() {
    return AUTHOR
        .get("/cases/v1/incident-counts", "unit", Territory.CERCLE)
        .expect(200)
        .json()
        .path("total")
        .asInt();
  }

  private static int one(String what) throws SQLException {
    try (var database = stack().database("cases");
        var select =
            database.prepareStatement(
                "select "
                    + what
                    + " from incident_provider_id p join record r on r.id = p.record_id where"
                    + " p.provider = 'ucdp-ged' and not r.gone and r.owner = ?")) {
      select.setString(1, ORGANISATION);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static String events() {
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj(
            n ->
                "%d,2020-%02d-%02d,2020-%02d-%02d,%d,State forces,Civilians,Tchad,Balanzan region,Ondougou cercle,3,1,1,1"
                    .formatted(n, n % 12 + 1, n % 28 + 1, n % 12 + 1, n % 28 + 1, n % 3 + 1))
        .collect(
            Collectors.joining(
                "\n",
                "event_id,date_start,date_end,type_of_violence,side_a,side_b,country,adm_1,adm_2,where_prec,best,high,low\n",
                "\n"));
  }
}
