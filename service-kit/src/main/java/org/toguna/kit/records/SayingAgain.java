package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.outbox.OtherStates;
import org.toguna.kit.signing.BatchSigner;

/**
 * Says all that siblings may know once more after the service's key was changed: every record at
 * its present version, every tombstone. Topics then hold nothing that an older key signed, or none.
 * Siblings that hold a state already pass over it.
 */
@ApplicationScoped
public class SayingAgain {
  private static final Logger LOG = Logger.getLogger(SayingAgain.class);
  private static final long PAUSE_MILLIS = 2_000;
  private static final int BATCH = 200;
  private static final String LOCKED = "select pg_try_advisory_xact_lock(" + 0x616761696eL + ")";
  private static final String REACHED =
      "insert into said_under_key values (?, '00000000-0000-0000-0000-000000000000', null)"
          + " on conflict (public_key) do update set public_key = excluded.public_key"
          + " returning reached, done_at";
  private static final String NEXT =
      "select id, kind, version, owner, tlp, gone, full_admits from record where id > ?"
          + " order by id limit "
          + BATCH;
  private static final String SAY =
      "insert into outbox (id, aggregatetype, aggregateid, type, payload, version, marking, time)"
          + " values (?::uuid, ?::text, ?::text, ?::text, ?::text, ?::int, ?::text, now())";

  private final AgroalDataSource system;
  private final Desk desk;
  private final CurrentViews current;
  private final RecordKinds kinds;
  private final RecordEvents events;
  private final RecordJson json;
  private final List<OtherStates> others;
  private final String key;
  private final CountDownLatch closing = new CountDownLatch(1);

  SayingAgain(
      @DataSource("system") AgroalDataSource system,
      Desk desk,
      CurrentViews current,
      RecordKinds kinds,
      RecordEvents events,
      RecordJson json,
      @Any Instance<OtherStates> others,
      BatchSigner signer) {
    this.system = system;
    this.desk = desk;
    this.current = current;
    this.kinds = kinds;
    this.events = events;
    this.json = json;
    this.others = others.stream().toList();
    this.key = Base64.getEncoder().encodeToString(signer.publicKey());
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("saying-again").daemon().start(this::all);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  /** Returns when all was said under the present key, now or earlier, or the service stops. */
  public void all() {
    boolean done = false;
    try {
      while (!done && !closing.await(0, TimeUnit.MILLISECONDS)) {
        try {
          done = batch();
        } catch (SQLException | RuntimeException e) {
          LOG.warnf("What is to be said again waits: %s", e.getMessage());
          done = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Stored(
      UUID id,
      String kind,
      int version,
      String owner,
      String tlp,
      boolean gone,
      Set<String> full) {}

  /** Whether all was said. One instance at a time says it. */
  private boolean batch() throws SQLException {
    try (Connection connection = system.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean done = locked(connection) ? saidBatch(connection) : waited();
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private boolean waited() {
    try {
      return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCKED);
        ResultSet row = lock.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private boolean saidBatch(Connection connection) throws SQLException {
    UUID reached = reached(connection);
    if (reached == null) {
      return true;
    }
    List<Stored> next = next(connection, reached);
    for (Stored one : next) {
      kinds.named(one.kind()).ifPresent(kind -> say(kind, one, connection));
    }
    if (next.size() == BATCH) {
      note(connection, "reached = ?::uuid", next.getLast().id());
      return false;
    }
    for (OtherStates states : others) {
      states.sayAgain(connection);
    }
    note(connection, "done_at = now(), reached = ?::uuid", reached);
    LOG.infof("All states were said under the key %s", key);
    return true;
  }

  /** The record that was said last; null if all were. */
  private @Nullable UUID reached(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(REACHED)) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getTimestamp("done_at") == null ? row.getObject("reached", UUID.class) : null;
      }
    }
  }

  private void note(Connection connection, String what, UUID reached) throws SQLException {
    new SqlParts()
        .add("update said_under_key set " + what + " where public_key = ?", reached, key)
        .execute(connection);
  }

  private static List<Stored> next(Connection connection, UUID after) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setObject(1, after);
      try (ResultSet row = select.executeQuery()) {
        var next = new ArrayList<Stored>();
        while (row.next()) {
          next.add(
              new Stored(
                  row.getObject("id", UUID.class),
                  row.getString("kind"),
                  row.getInt("version"),
                  row.getString("owner"),
                  row.getString("tlp"),
                  row.getBoolean("gone"),
                  new LinkedHashSet<>(Audiences.principals(row, "full_admits"))));
        }
        return next;
      }
    }
  }

  private <S extends Evidenced> void say(RecordKind<S> kind, Stored one, Connection connection) {
    try {
      if (one.gone()) {
        say(connection, kind, "erased", one.id(), null, one.version(), one.tlp());
      } else {
        desk.at(
            Following.inTheNameOf(one.owner(), one.full()),
            () -> {
              current.hold(kind.name(), one.id()).ifPresent(held -> say(kind, held));
              return true;
            });
      }
    } catch (SQLException e) {
      throw new org.toguna.kit.db.DatabaseTrouble(e);
    }
  }

  /** In the transaction that holds the record, so that no older state is said after a newer one. */
  private <S extends Evidenced> void say(RecordKind<S> kind, CurrentViews.Held held) {
    ObjectNode full = held.full();
    if (full == null) {
      LOG.warnf("Nobody can be found who holds %s", held.row().id());
      return;
    }
    RecordRow row = held.row();
    Marking marking = marking(kind, full);
    ObjectNode blurred =
        held.blurred() == null ? kind.blur(marking).apply(full, marking) : held.blurred();
    Cut cut = held.made() == null ? kind.blur(marking).own(full, marking) : held.made();
    String event = events.event(kind, row, held.audience(), full, blurred, blurred, cut);
    String label = RecordEvents.label(row, held.audience()).label();
    desk.withConnection(
        connection -> {
          say(connection, kind, "recorded", row.id(), event, row.version(), label);
          return true;
        });
  }

  private <S extends Evidenced> Marking marking(RecordKind<S> kind, ObjectNode full) {
    try {
      return Objects.requireNonNull(
          json.read(json.state(full), kind.stateType()).marking(), "a kept state is marked");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept state cannot be read.", e);
    }
  }

  private static void say(
      Connection connection,
      RecordKind<?> kind,
      String fact,
      UUID id,
      @Nullable String payload,
      int version,
      String marking)
      throws SQLException {
    new SqlParts()
        .add(
            SAY,
            UUID.randomUUID(),
            kind.topic(),
            id.toString(),
            "org.toguna.%s.%s.v1".formatted(kind.name(), fact),
            payload,
            version,
            marking)
        .execute(connection);
  }
}
