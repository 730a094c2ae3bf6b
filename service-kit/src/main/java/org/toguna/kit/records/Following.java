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
      "select seq, record_id, what from to_follow order by seq limit 50 for update skip locked";
  private static final String CALL =
      """
      insert into to_follow (record_id, at)
      select record_id, now() from record_anchor where anchored_on = ?::uuid
      """;
  private static final String CALL_ALL =
      CALL
          + """
          union select child, now() from record_parent where parent = ?::uuid
          union select record_id, now() from record_quote where document = ?::uuid
          """;
  private static final String RECORD =
      "select kind, owner, full_admits, seen_admits from record where id = ? and not gone";

  private final AgroalDataSource system;
  private final Desk desk;
  private final CurrentViews current;
  private final RecordBook book;
  private final RecordKinds kinds;
  private final RecordJson json;
  private final Audiences audiences;
  private final CountDownLatch closing = new CountDownLatch(1);

  Following(
      @DataSource("system") AgroalDataSource system,
      Desk desk,
      CurrentViews current,
      RecordBook book,
      RecordKinds kinds,
      RecordJson json,
      Audiences audiences) {
    this.system = system;
    this.desk = desk;
    this.current = current;
    this.book = book;
    this.kinds = kinds;
    this.json = json;
    this.audiences = audiences;
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
        Map<Long, Due> due = due(connection);
        Set<UUID> failed = new LinkedHashSet<>();
        for (Due one : new LinkedHashSet<>(due.values())) {
          switch (one.what()) {
            case "dates" -> new SqlParts().add(CALL, one.record()).execute(connection);
            case "readers" ->
                new SqlParts()
                    .add(CALL_ALL, one.record(), one.record(), one.record())
                    .execute(connection);
            default -> {
              if (!followed(connection, one.record())) {
                failed.add(one.record());
              }
            }
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

  private record Due(UUID record, String what) {}

  private static Map<Long, Due> due(Connection connection) throws SQLException {
    Map<Long, Due> due = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(DUE);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        due.put(rows.getLong(1), new Due(rows.getObject(2, UUID.class), rows.getString(3)));
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
          Audience audience =
              new Audience(principals(row, "full_admits"), principals(row, "seen_admits"));
          Bounds bounds = bounds(connection, id);
          if (!bounds.anchors().isEmpty() || !bounds.within(audience, owner).equals(audience)) {
            Reader stand = inTheNameOf(owner, audience.full());
            kinds
                .named(row.getString("kind"))
                .ifPresent(kind -> follow(kind, id, bounds, stand, registry(owner)));
          }
        }
        return true;
      }
    } catch (RuntimeException e) {
      LOG.warnf("Record %s could not follow what it hangs on: %s", id, e.getMessage());
      return false;
    }
  }

  /**
   * As they are now, also where the owner is not among those admitted. What is not known here
   * bounds nothing that is stored: the policies hide what hangs on it meanwhile.
   */
  private Bounds bounds(Connection connection, UUID id) throws SQLException {
    Set<UUID> anchors =
        ids(connection, "select anchored_on from record_anchor where record_id = ?", id);
    Set<UUID> parents = ids(connection, "select parent from record_parent where child = ?", id);
    parents.removeAll(anchors);
    return new Bounds(
        audiences.ofAll(parents).values(),
        audiences.ofAll(anchors).values(),
        audiences
            .ofAll(ids(connection, "select document from record_quote where record_id = ?", id))
            .values());
  }

  private static Set<UUID> ids(Connection connection, String sql, UUID id) throws SQLException {
    var ids = new LinkedHashSet<UUID>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  private <S extends Evidenced> void follow(
      RecordKind<S> kind, UUID id, Bounds bounds, Reader owner, Reader registry) {
    desk.at(
        owner,
        () -> {
          current.hold(kind.name(), id).ifPresent(held -> catchUp(kind, held, bounds, registry));
          return true;
        });
  }

  private <S extends Evidenced> void catchUp(
      RecordKind<S> kind, CurrentViews.Held held, Bounds bounds, Reader registry) {
    if (held.full() == null) {
      return;
    }
    ObjectNode present = json.state(held.full());
    ObjectNode next =
        AnchoredDates.derive(json, kind.stateType(), present, held.row().id(), current::look)
            .state();
    S state = read(next, kind);
    Set<UUID> anchors = AnchoredDates.anchors(kind.stateType(), next);
    // Never wider than before: who opens a record again is its owner.
    Audience within = bounds.within(held.audience(), held.row().owner());
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
              : "What this record hangs on or quotes reaches fewer readers.",
          registry);
    }
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
  private static Reader inTheNameOf(String owner, Set<String> full) {
    String prefix = "person:" + owner + "/";
    String person = registry(owner).person();
    for (String principal : full) {
      if (principal.startsWith(prefix)) {
        person = principal.substring("person:".length());
      }
    }
    return new Reader(owner, person, Set.of(Role.REVIEWER), Tlp.RED);
  }

  private static Set<String> principals(ResultSet row, String column) throws SQLException {
    return Set.of((String[]) row.getArray(column).getArray());
  }

  /** Whom history and audit name. */
  private static Reader registry(String owner) {
    return new Reader(owner, owner + "/registry", Set.of(Role.REVIEWER), Tlp.RED);
  }
}
