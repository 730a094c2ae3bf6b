package org.toguna.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.parts.Ports;
import org.toguna.parts.Postgres;

class RetriesTest {

  private static final Reader ALICE = reader("alice");
  private static final byte[] BODY = {1, 2, 3};
  private static final byte[] OTHER_BODY = {1, 2, 4};

  @TempDir static Path home;
  private static Postgres postgres;

  private final AtomicInteger written = new AtomicInteger();
  private Connection first;
  private Connection second;

  @Test
  void aKeyIsTheSameBareAndAsAStructuredString() {
    assertThat(Retries.key("k")).isEqualTo("k");
    assertThat(Retries.key(" \"k\" ")).isEqualTo("k");
    assertThat(Retries.key("\"a \\\"b\\\" \\\\ c\"")).isEqualTo("a \"b\" \\ c");
    for (String no : new String[] {"", "\"\"", "\"open", "\"a\"b\"", "\u00e9", "k".repeat(201)}) {
      assertThatThrownBy(() -> Retries.key(no)).as(no).isInstanceOf(Refusal.class);
    }
  }

  @BeforeAll
  static void start() throws SQLException {
    postgres = new Postgres(home, Ports.free(), "quiet word", Map.of());
    postgres.start();
    postgres.awaitReady(Duration.ofMinutes(1));
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create table idempotency (
            client text not null, key text not null, fingerprint bytea not null,
            status integer not null, record_id uuid, version integer,
            created_at timestamptz not null, primary key (client, key))""");
    }
  }

  @AfterAll
  static void stop() {
    postgres.stop(Duration.ofSeconds(20));
  }

  @BeforeEach
  void beginTwoTransactions() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("truncate idempotency");
    }
    first = connect();
    first.setAutoCommit(false);
    second = connect();
    second.setAutoCommit(false);
  }

  @AfterEach
  void end() throws SQLException {
    first.close();
    second.close();
  }

  @Test
  void theSameKeyAndBodyActOnceAndAnswerForTheSameRecord() throws SQLException {
    var done = in(first).once(ALICE, "key-1", BODY, this::write);
    first.commit();
    var again = in(second).once(ALICE, "key-1", BODY, this::write);

    assertThat(again).isEqualTo(new Outcome(201, done.record(), done.version(), true));
    assertThat(written).hasValue(1);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() throws SQLException {
    in(first).once(ALICE, "key-1", BODY, this::write);
    first.commit();

    refused(ProblemType.KEY_REUSED, () -> in(second).once(ALICE, "key-1", OTHER_BODY, this::write));
    assertThat(written).hasValue(1);
  }

  @Test
  void whileTheFirstIsRunningTheSecondIsToldSo() {
    in(first).once(ALICE, "key-1", BODY, this::write);

    refused(ProblemType.STILL_RUNNING, () -> in(second).once(ALICE, "key-1", BODY, this::write));
  }

  @Test
  void aKeyBelongsToItsClientAlone() throws SQLException {
    var alices = in(first).once(ALICE, "key-1", BODY, this::write);
    first.commit();
    var bobs = in(second).once(reader("bob"), "key-1", OTHER_BODY, this::write);

    assertThat(bobs.record()).isNotEqualTo(alices.record());
  }

  @Test
  void aRefusalLeavesTheKeyFreeForTheCorrectedRequest() throws SQLException {
    refused(
        ProblemType.INVALID,
        () ->
            in(first)
                .once(
                    ALICE,
                    "key-1",
                    BODY,
                    () -> {
                      throw Refusal.invalid();
                    }));
    first.rollback();

    assertThat(in(second).once(ALICE, "key-1", OTHER_BODY, this::write).replayed()).isFalse();
  }

  @Test
  void withoutAKeyEveryRequestActs() {
    in(first).once(ALICE, null, BODY, this::write);
    in(first).once(ALICE, null, BODY, this::write);

    assertThat(written).hasValue(2);
  }

  @Test
  void aKeyOfAnotherFormIsRefused() {
    refused(ProblemType.BAD_PARAMETER, () -> in(first).once(ALICE, "", BODY, this::write));
    refused(ProblemType.BAD_PARAMETER, () -> in(first).once(ALICE, "a\nb", BODY, this::write));
    refused(
        ProblemType.BAD_PARAMETER, () -> in(first).once(ALICE, "k".repeat(201), BODY, this::write));
  }

  @Test
  void aKeyIsForgottenAfterItsWeek() throws SQLException {
    in(first).once(ALICE, "key-1", BODY, this::write);
    first.commit();

    assertThat(Retries.forgetExpired(first, Instant.now().plus(Duration.ofDays(6)))).isZero();
    assertThat(Retries.forgetExpired(first, Instant.now().plus(Duration.ofDays(8)))).isOne();
  }

  @Test
  void theFingerprintIgnoresOrderAndNothingElse() {
    var json = new ObjectMapper();
    var one = Fingerprint.of("op", Map.of("a", 1, "b", Set.of("x", "y", "z")), json);
    assertThat(Fingerprint.of("op", Map.of("b", Set.of("z", "y", "x"), "a", 1.0), json))
        .isEqualTo(one);
    assertThat(Fingerprint.of("other", Map.of("a", 1, "b", Set.of("x", "y", "z")), json))
        .isNotEqualTo(one);
    assertThat(Fingerprint.of("op", Map.of("a", 2, "b", Set.of("x", "y", "z")), json))
        .isNotEqualTo(one);
  }

  private Outcome write() {
    written.incrementAndGet();
    return Outcome.created(UUID.randomUUID(), 1);
  }

  private static void refused(ProblemType type, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.type()).isEqualTo(type));
  }

  private static Reader reader(String name) {
    return new Reader("ngo-a", "ngo-a/" + name, Set.of(Role.REVIEWER), Tlp.GREEN);
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.superuserUrl("postgres"));
  }

  /** Hands out the one connection of a transaction, as a transaction manager would. */
  private static Retries in(Connection transaction) {
    var connection =
        Proxy.newProxyInstance(
            RetriesTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(transaction, arguments));
    return new Retries(
        (DataSource)
            Proxy.newProxyInstance(
                RetriesTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection));
  }
}
