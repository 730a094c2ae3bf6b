package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;

/**
 * Lets records follow what they hang on: a date moves with its anchor, and a record reaches no more
 * readers than its parents do. Each is revised in its owner's name, with history, change and event,
 * and with a reason that says so; whatever follows it in turn is noted by that revision.
 */
@ApplicationScoped
class Following {
  private static final Logger LOG = Logger.getLogger(Following.class);
  private static final long PAUSE_MILLIS = 500;
  private static final String DUE =
      "select seq, record_id from to_follow order by seq limit 50 for update skip locked";
  private static final String RECORD =
      "select kind, owner, full_admits from record where id = ? and not gone";

  private final AgroalDataSource system;
  private final Desk desk;
  private final CurrentViews current;
  private final RecordBook book;
  private final RecordKinds kinds;
  private final RecordJson json;
  private final CountDownLatch closing = new CountDownLatch(1);

  Following(
      @DataSource("system") AgroalDataSource system,
      Desk desk,
      CurrentViews current,
      RecordBook book,
      RecordKinds kinds,
      RecordJson json) {
    this.system = system;
    this.desk = desk;
    this.current = current;
    this.book = book;
    this.kinds = kinds;
    this.json = json;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("following").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  private void run() {
    try {
      boolean more = true;
      while (!closing.await(more ? 0 : PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          more = batch();
        } catch (SQLException | DatabaseTrouble e) {
          more = false;
          LOG.warnf("What hangs on changed records waits: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether everything that was due could be done, and there may be more. */
  private boolean batch() throws SQLException {
    try (Connection connection = system.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Map<Long, UUID> due = due(connection);
        Set<UUID> failed = new LinkedHashSet<>();
        for (UUID id : new LinkedHashSet<>(due.values())) {
          if (!followed(connection, id)) {
            failed.add(id);
          }
        }
        // What failed goes to the end, so that nothing waits behind it.
        for (UUID id : failed) {
          new SqlParts()
              .add("insert into to_follow (record_id, at) values (?::uuid, now())", id)
              .execute(connection);
        }
        for (Long seq : due.keySet()) {
          new SqlParts()
              .add("delete from to_follow where seq = ?::bigint", seq)
              .execute(connection);
        }
        connection.commit();
        return !due.isEmpty() && failed.isEmpty();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static Map<Long, UUID> due(Connection connection) throws SQLException {
    Map<Long, UUID> due = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(DUE);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        due.put(rows.getLong(1), rows.getObject(2, UUID.class));
      }
    }
    return due;
  }

  private boolean followed(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RECORD)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          String owner = row.getString("owner");
          Optional<RecordKind<?>> kind = kinds.named(row.getString("kind"));
          Reader stand = inTheNameOf(owner, (String[]) row.getArray("full_admits").getArray());
          kind.ifPresent(known -> follow(known, id, stand, registry(owner)));
        }
        return true;
      }
    } catch (RuntimeException e) {
      LOG.warnf("Record %s could not follow what it hangs on: %s", id, e.getMessage());
      return false;
    }
  }

  private <S extends Evidenced> void follow(
      RecordKind<S> kind, UUID id, Reader owner, Reader registry) {
    desk.at(
        owner,
        () -> {
          current.hold(kind.name(), id).ifPresent(held -> catchUp(kind, held, registry));
          return true;
        });
  }

  private <S extends Evidenced> void catchUp(
      RecordKind<S> kind, CurrentViews.Held held, Reader registry) {
    if (held.full() == null) {
      return;
    }
    ObjectNode present = json.state(held.full());
    ObjectNode next =
        AnchoredDates.derive(json, kind.stateType(), present, held.row().id(), current::look)
            .state();
    S state = read(next, kind);
    Set<UUID> anchors = AnchoredDates.anchors(kind.stateType(), next);
    Audience within = bounded(held.audience(), kind.hangsOn(state), anchors);
    Marking label = marking(state, anchors).noWiderThan(within);
    // A date that moved may have moved a meeting into the future, which its kind keeps to fewer.
    Audience audience = within.intersect(kind.audience(state, label, within));
    boolean moved = !next.equals(present);
    if (moved || !audience.equals(held.audience())) {
      book.revise(
          kind,
          held,
          state,
          label,
          audience,
          moved
              ? "A date that this record's dates hang on has moved."
              : "What this record hangs on reaches fewer readers.",
          registry);
    }
  }

  /** Never wider than before: who opens a record again is its owner. */
  private Audience bounded(Audience before, Set<UUID> parents, Set<UUID> anchors) {
    return desk.withConnection(
        connection -> {
          Audience bounded = before;
          for (Audience parent : Audiences.of(parents, connection).values()) {
            bounded = bounded.intersect(new Audience(parent.seen(), parent.seen()));
          }
          for (Audience anchor : Audiences.of(anchors, connection).values()) {
            bounded = bounded.intersect(anchor);
          }
          return bounded.full().isEmpty() ? before : bounded;
        });
  }

  private Marking marking(Evidenced state, Set<UUID> anchors) {
    Marking marking = java.util.Objects.requireNonNull(state.marking(), "a kept state is marked");
    for (UUID anchor : anchors) {
      String finest =
          current.look(anchor).map(view -> view.at("/marking/finestDate").asText()).orElse("");
      marking =
          finest.isEmpty() ? marking : marking.datesNoFinerThan(DatePrecision.valueOf(finest));
    }
    return marking;
  }

  private <S extends Evidenced> S read(ObjectNode state, RecordKind<S> kind) {
    try {
      return json.read(state, kind.stateType());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept state cannot be read.", e);
    }
  }

  /** One of those who get the record in full: a named person where only persons do. */
  private static Reader inTheNameOf(String owner, String[] full) {
    String prefix = "person:" + owner + "/";
    String person = registry(owner).person();
    for (String principal : full) {
      if (principal.startsWith(prefix)) {
        person = principal.substring("person:".length());
      }
    }
    return new Reader(owner, person, Set.of(Role.REVIEWER), Tlp.RED);
  }

  /** Whom history and audit name. */
  private static Reader registry(String owner) {
    return new Reader(owner, owner + "/registry", Set.of(Role.REVIEWER), Tlp.RED);
  }
}
