package org.toguna.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

  /**
   * Ten seconds are promised of a machine that has nothing else to do, as whoever asks for kills by
   * command sees to; the suite may share its machine.
   */
  private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

  @TempDir static Path root;
  private static Workshop workshop;

  @BeforeAll
  static void up() throws Exception {
    workshop = new Workshop(root);
    var outcome = workshop.up();
    assertThat(outcome.status()).as(outcome.words()).isZero();
    assertThat(outcome.words()).contains("starting PostgreSQL").contains("Toguna is up: http://");
  }

  @AfterAll
  static void down() {
    var parts = workshop.state().parts().values();
    assertThat(workshop.toguna("down").status()).isZero();
    assertThat(parts).allMatch(part -> part.process().alive().isEmpty());
    assertThat(workshop.toguna("status").words()).contains("not running");
    assertThat(workshop.toguna("reset", "--yes").status()).isZero();
    assertThat(root.resolve(".toguna")).doesNotExist();
  }

  @Test
  void whateverIsKilledIsReadyAgainInTime() {
    for (var part : List.copyOf(workshop.state().parts().keySet())) {
      var before = workshop.pid(part);
      ProcessHandle.of(before).orElseThrow().destroyForcibly();
      Awaitility.await(part)
          .atMost(BACK_WITHIN)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> workshop.pid(part) != before && workshop.state().parts().get(part).ready());
    }
    assertThat(workshop.toguna("status").status()).isZero();
  }

  @Test
  void aKilledSupervisorIsFollowedByOneThatClearsUpAndKeepsTheData() throws Exception {
    var earlier = workshop.state();
    change("create table kept (word text)");
    ProcessHandle.of(earlier.supervisor().pid()).orElseThrow().destroyForcibly();
    Awaitility.await().until(() -> earlier.supervisor().alive().isEmpty());

    var outcome = workshop.up();

    assertThat(outcome.status()).as(outcome.words()).isZero();
    assertThat(earlier.parts().values()).allMatch(part -> part.process().alive().isEmpty());
    change("drop table kept");
  }

  /** As Ctrl-C does, and not by {@code down}, which clears up after it. */
  @Test
  void whoEndsTheSupervisorEndsItsPartsAsWell() {
    var earlier = workshop.state();
    ProcessHandle.of(earlier.supervisor().pid()).orElseThrow().destroy();
    Awaitility.await().until(() -> earlier.supervisor().alive().isEmpty());

    assertThat(earlier.parts().values()).allMatch(part -> part.process().alive().isEmpty());
    assertThat(workshop.up().status()).isZero();
  }

  /** As an earlier version wrote it, and as the times look once somebody has set the clock. */
  @Test
  void afterAStepOfTheClockDownEndsAllTheSame() throws Exception {
    var earlier = workshop.state();
    var state = root.resolve(".toguna").resolve("state.json");
    Files.writeString(
        state,
        Files.readString(state)
            .replaceAll("\"born\" : \"[^\"]*\"", "\"startedAt\" : 1760000000000"));

    var outcome = workshop.toguna("down");

    assertThat(outcome.status()).as(outcome.words()).isZero();
    assertThat(outcome.words()).contains("all parts have ended");
    assertEnded(earlier);
    assertThat(workshop.up().status()).isZero();
  }

  @Test
  void withoutItsStateDownFindsWhatRuns() throws Exception {
    var earlier = workshop.state();
    Files.delete(root.resolve(".toguna").resolve("state.json"));

    var outcome = workshop.toguna("down");

    assertThat(outcome.status()).as(outcome.words()).isZero();
    assertEnded(earlier);
    assertThat(workshop.up().status()).isZero();
  }

  private static void assertEnded(StackState earlier) {
    assertThat(earlier.supervisor().alive()).isEmpty();
    assertThat(earlier.parts().values()).allMatch(part -> part.process().alive().isEmpty());
  }

  @Test
  void nobodyElseOnTheMachineLooksIntoLogsOrData() throws Exception {
    var data = root.resolve(".toguna");
    try (var all = Files.walk(data, 2)) {
      for (var path : all.toList()) {
        var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        if (path.equals(data)) {
          // "Nobody", as whom the database may run, goes through and sees nothing.
          assertThat(rights).as("" + path).isIn("rwx------", "rwx--x--x");
        } else if (Files.isDirectory(path) && path.getParent().equals(data)) {
          assertThat(rights).as("" + path).isEqualTo("rwx------");
        } else if (path.getParent().equals(data.resolve("logs"))
            || path.toString().endsWith(".log")) {
          assertThat(rights).as("" + path).isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  void aSecondStackIsRefusedAndSaysHowToEndTheFirst() {
    var outcome = workshop.up();

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.words()).contains("running already").contains("./toguna down");
  }

  @Test
  void aTakenPortIsNamedWithTheOptionThatAvoidsIt() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var elsewhere = root.resolve("elsewhere").toString();
      var outcome =
          workshop.up(
              "--actors-port", "" + other.getLocalPort(), "--data", elsewhere, "--port", "1");

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.words()).containsAnyOf("--actors-port N", "--port N", "--cases-port N");
    }
  }

  @Test
  void secretsAreForTheirOwnerOnlyAndOnNoCommandLine() throws Exception {
    var file = root.resolve(".toguna").resolve("secrets");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    for (var part : workshop.state().parts().values()) {
      var commandLine = Files.readString(Path.of("/proc", "" + part.process().pid(), "cmdline"));
      for (var line : Files.readAllLines(file)) {
        assertThat(commandLine).doesNotContain(line.replaceFirst("^[^=]*=", ""));
      }
    }
  }

  @Test
  void theOriginSendsEachPathToItsServiceAndPublishesTheIssuer() {
    assertThat(workshop.get("/cases/v1/crises").body()).isEqualTo("toguna_cases");
    assertThat(workshop.get("/problems/not-found").body()).isEqualTo("toguna_cases");
    assertThat(workshop.get("/actors/v1/actors").body()).isEqualTo("toguna_actors");
    assertThat(workshop.get("/ingest/v1/documents").body()).isEqualTo("toguna_ingest");
    assertThat(workshop.get("/issuer/.well-known/openid-configuration").body())
        .contains("http://127.0.0.1:%d/issuer/jwks".formatted(workshop.origin));
    assertThat(workshop.get("/issuer/jwks").body())
        .contains("\"kty\":\"RSA\"")
        .doesNotContain("\"d\"");
    assertThat(workshop.get("/", "Accept-Language", "fr-ML").body()).contains("Relecture");
    assertThat(workshop.get("/").body()).contains("palaver house").contains("lang=\"en\"");
  }

  @Test
  void theOriginRefusesInProblems() {
    var missing = workshop.get("/elsewhere", "Accept-Language", "fr");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(missing.body()).contains("/problems/not-found").contains("Introuvable");

    for (var spelling :
        List.of(
            "metrics", "metrics/", "%6detrics", "%256detrics", "./metrics", "METRICS", "info")) {
      assertThat(workshop.get("/cases/q/" + spelling).statusCode()).as(spelling).isEqualTo(404);
    }
    assertThat(workshop.get("/cases/v1/../q/metrics").statusCode()).isEqualTo(404);
    assertThat(workshop.get("/cases//q/metrics").statusCode()).isEqualTo(404);
    assertThat(workshop.get("/cases/q/health").statusCode()).isEqualTo(200);

    var tooLarge =
        workshop.post(
            "/ingest/v1/documents", HttpRequest.BodyPublishers.ofByteArray(new byte[13 << 20]));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("/problems/body-too-large");
  }

  @Test
  void aServiceThatIsAwayIsAProblemThatPasses() {
    ProcessHandle.of(workshop.pid("case-service")).orElseThrow().destroyForcibly();

    var away =
        Awaitility.await()
            .atMost(BACK_WITHIN)
            .pollInterval(Duration.ofMillis(10))
            .until(() -> workshop.get("/cases/v1/crises"), answer -> answer.statusCode() == 503);
    assertThat(away.body()).contains("/problems/sibling-unavailable");
    assertThat(away.headers().firstValue("Retry-After")).contains("2");
    Awaitility.await()
        .atMost(BACK_WITHIN)
        .until(() -> workshop.get("/cases/v1/crises").statusCode() == 200);
  }

  @Test
  void aTokenSaysWhoAndForWhomAndAnUnknownRoleIsRefused() {
    var token = workshop.toguna("token", "--role", "reviewer", "--org", "ngo-a", "--user", "alice");
    var claims = new String(Base64.getUrlDecoder().decode(token.words().split("\\.")[1]));

    assertThat(claims)
        .contains("\"organisation\":\"ngo-a\"")
        .contains("\"sub\":\"alice\"")
        .contains("\"iss\":\"http://127.0.0.1:%d/issuer\"".formatted(workshop.origin));
    assertThat(workshop.toguna("token", "--role", "king", "--org", "ngo-a").words())
        .contains("No role \"king\"");
    assertThat(workshop.toguna("token", "--rôle", "reader").status()).isEqualTo(2);
  }

  @Test
  void anOperatorBelongsToNoPartner() {
    var token = workshop.toguna("token", "--role", "operator");
    var claims = new String(Base64.getUrlDecoder().decode(token.words().split("\\.")[1]));

    assertThat(claims)
        .contains("\"organisation\":\"operator\"")
        .contains("\"groups\":[\"reader\",\"operator\"]");
    assertThat(workshop.toguna("token", "--role", "operator", "--org", "ngo-a").status())
        .isEqualTo(2);
  }

  private static void change(String sql) throws Exception {
    var home = new Home(root, root.resolve(".toguna"));
    var url =
        "jdbc:postgresql://127.0.0.1:%d/toguna_cases"
            .formatted(workshop.state().layout().postgres());
    try (var connection =
        DriverManager.getConnection(
            url, "toguna_cases_owner", Secrets.of(home).passwords("cases").owner())) {
      connection.createStatement().execute(sql);
    }
  }
}
