package org.toguna.cases.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.toguna.cases.Registry.REVIEWER;
import static org.toguna.cases.Registry.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.toguna.test.RealParts;
import org.toguna.test.Tokens;

/** Writes are done once, and say so when nobody knows. */
@QuarkusTest
@QuarkusTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "service", value = "cases"))
class WritesStoryTest {
  private static final String SIEGE = "{\"type\":\"siege\",\"status\":\"open\"}";

  @ConfigProperty(name = "toguna.test.superuser-url")
  String superuser;

  @Test
  void aKeyIsTheSameWithAndWithoutQuotes() {
    String bare = post(REVIEWER, "the-key").then().statusCode(201).extract().path("id");
    post(REVIEWER, "\"the-key\"").then().statusCode(201).body("id", equalTo(bare));
    for (String no : List.of("\"the-key", "\"\"", "k".repeat(201))) {
      post(REVIEWER, no).then().statusCode(400);
    }
  }

  private static Response post(Tokens author, String key) {
    return as(author).header("Idempotency-Key", key).body(SIEGE).post("/cases/v1/crises");
  }

  @Test
  void whereABodyIsReadNothingIsRefused() {
    for (String nothing : List.of("", "null")) {
      as(REVIEWER)
          .body(nothing)
          .post("/cases/v1/crises")
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/malformed-json"));
    }
  }

  @Test
  void anOrganisationThatCannotOwnWritesNothing() {
    as(Tokens.reviewer("ngo.x"))
        .body(SIEGE)
        .post("/cases/v1/crises")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/malformed-request"));
  }

  /** The server commits; the client gave up a moment before it was told. */
  @Test
  void aCommitThatNobodyHeardOfSaysSoAndIsNotDoneTwice() throws SQLException {
    execute(
        """
        create function slow_commit() returns trigger language plpgsql as $$
        begin
          perform pg_sleep(4);
          return null;
        end $$;
        create constraint trigger slow_commit after insert on record deferrable initially deferred
          for each row when (new.owner = 'ngo-slow') execute function slow_commit()""");
    Tokens slow = Tokens.reviewer("ngo-slow");
    try {
      post(slow, "once")
          .then()
          .statusCode(503)
          .body("type", equalTo("/problems/outcome-unknown"))
          .header("Retry-After", org.hamcrest.Matchers.notNullValue());
    } finally {
      execute("alter table record disable trigger slow_commit");
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(post(slow, "once").statusCode()).isEqualTo(201));
    as(slow)
        .get("/cases/v1/crises?limit=1000")
        .then()
        .statusCode(200)
        .body("items.findAll { it.view == 'full' }.size()", equalTo(1));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(superuser);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
