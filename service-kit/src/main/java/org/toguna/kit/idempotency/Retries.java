package org.toguna.kit.idempotency;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Does once what is asked twice, within the transaction of whoever calls. */
@Singleton
public class Retries {

  public static final String HEADER = "Idempotency-Key";
  public static final Duration KEPT = Duration.ofDays(7);

  /** The longest key, not counting the quotes that RFC 8941 puts around it. */
  public static final int LONGEST = 200;

  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,%d}".formatted(LONGEST));

  /** A string as RFC 8941 writes it: only quotes and backslashes are escaped. */
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");

  private final DataSource database;

  public Retries(DataSource database) {
    this.database = database;
  }

  /**
   * Runs the work, or tells what it did when it ran before. Refusals and failures leave nothing
   * behind: their transaction takes the key back with it.
   */
  public Outcome once(
      Reader client, @Nullable String header, byte[] fingerprint, Supplier<Outcome> work) {
    if (header == null) {
      return work.get();
    }
    String key = key(header);
    try (var connection = database.getConnection()) {
      lock(connection, client, key);
      var earlier = earlier(connection, client, key, fingerprint);
      if (earlier != null) {
        return earlier;
      }
      var outcome = work.get();
      keep(connection, client, key, fingerprint, outcome);
      return outcome;
    } catch (SQLException e) {
      throw new DatabaseFailed(e);
    }
  }

  /** With and without the quotes of a structured string it is the same key. */
  static String key(String header) {
    String given = header.strip();
    var string = STRING.matcher(given);
    boolean quoted = string.matches();
    String key = quoted ? string.group(1).replaceAll("\\\\([\"\\\\])", "$1") : given;
    if (!KEY.matcher(key).matches() || !quoted && given.startsWith("\"")) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail.key", HEADER, LONGEST));
    }
    return key;
  }

  /** Two at once must not both be the first; the lock goes with the transaction. */
  private static void lock(Connection connection, Reader client, String key) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select pg_try_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 7))")) {
      statement.setString(1, client.person());
      statement.setString(2, key);
      try (var row = statement.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          throw stillRunning();
        }
      }
    }
  }

  private static @Nullable Outcome earlier(
      Connection connection, Reader client, String key, byte[] fingerprint) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select fingerprint, status, record_id, version from idempotency
            where client = ? and key = ?""")) {
      statement.setString(1, client.person());
      statement.setString(2, key);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        if (!Arrays.equals(row.getBytes(1), fingerprint)) {
          throw new Refusal(ProblemType.KEY_REUSED, Phrase.of("key-reused.detail"));
        }
        return new Outcome(row.getInt(2), row.getObject(3, UUID.class), row.getInt(4), true);
      }
    }
  }

  private static void keep(
      Connection connection, Reader client, String key, byte[] fingerprint, Outcome outcome)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into idempotency (client, key, fingerprint, status, record_id, version, created_at)
            values (?, ?, ?, ?, ?, ?, clock_timestamp())
            on conflict do nothing""")) {
      statement.setString(1, client.person());
      statement.setString(2, key);
      statement.setBytes(3, fingerprint);
      statement.setInt(4, outcome.status());
      statement.setObject(5, outcome.record());
      statement.setInt(6, outcome.version());
      if (statement.executeUpdate() == 0) {
        throw stillRunning();
      }
    }
  }

  /** Forgets keys past their week; to be called now and then, as a role that may delete. */
  public static int forgetExpired(Connection connection, Instant now) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from idempotency where created_at < ?")) {
      statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
      return statement.executeUpdate();
    }
  }

  private static Refusal stillRunning() {
    return new Refusal(ProblemType.STILL_RUNNING, Phrase.of("still-running.detail"));
  }
}
