package org.toguna.kit.records;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
  private static final int BATCH = 200;
  private static final String LOCKED = "select pg_try_advisory_xact_lock(" + 0x666f6c6c6f77L + ")";
  private static final String DUE =
      "select seq, record_id, what from to_follow where at <= now() order by seq limit " + BATCH;
  private static final String CALL =
      """
      insert into to_follow (record_id, at)
      select record_id, now() from record_anchor where anchored_on = any (?::uuid[])
      union select child, now() from record_parent where parent = any (?::uuid[])
      union select record_id, now() from record_quote where document = any (?::uuid[])
      """;
  private static final String AGAIN =
      "insert into to_follow (record_id, at) select id, now() + interval '1 minute' from"
          + " unnest(?::uuid[]) id";
  private static final String RECORD =
      "select kind, owner, full_admits, seen_admits, exists (select from record_view v where"
          + " v.record_id = id and v.view = 'blurred' and (v.made_place, v.made_date) is distinct"
          + " from (v.cut_place, v.cut_date)) or not exists (select from record_cut c where"
          + " c.record_id = id) as cut_otherwise from record where id = ? and not gone";

  private final AgroalDataSource system;
  private final Desk desk;
  private final CurrentViews current;
  private final RecordBook book;
  private final JoinedCuts joined;
  private final RecordKinds kinds;
  private final RecordJson json;
  private final CountDownLatch closing = new CountDownLatch(1);

  Following(
      @DataSource("system") AgroalDataSource system,
      Desk desk,
      CurrentViews current,
      RecordBook book,
      JoinedCuts joined,
      RecordKinds kinds,
      RecordJson json) {
    this.system = system;
    this.desk = desk;
    this.current = current;
    this.book = book;
    this.joined = joined;
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
        } catch (SQLException | RuntimeException e) {
          more = false;
          LOG.warnf("What hangs on changed records waits: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether there is more; what is noted from now on waits for the next look, so that a steady
   * stream of changes costs few looks. One instance at a time does it; nothing is locked or changed
   * but at the end, so that readers of the change log do not wait for a batch. What is done again
   * since a process ended before is found done.
   */
  private boolean batch() throws SQLException {
    try (Connection connection = system.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Map<Long, Due> due = locked(connection) ? due(connection) : Map.of();
        Set<UUID> failed = new LinkedHashSet<>();
        for (Due one : new LinkedHashSet<>(due.values())) {
          boolean anew = one.what().equals("meaning");
          if ((anew || one.what().equals("itself")) && !followed(connection, one.record(), anew)) {
            failed.add(one.record());
          }
        }
        if (!due.isEmpty()) {
          call(connection, due.values());
          // Of what it hangs on something may have been heard of while it was written.
          new SqlParts()
              .add("select reclassify(?::uuid[])", (Object) which(due.values(), "itself"))
              .execute(connection);
          new SqlParts().add(AGAIN, (Object) failed.toArray(UUID[]::new)).execute(connection);
          new SqlParts()
              .add(
                  "delete from to_follow where seq = any (?::text[]::bigint[])",
                  (Object) due.keySet().stream().map(String::valueOf).toArray(String[]::new))
              .execute(connection);
        }
        connection.commit();
        return due.size() == BATCH;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCKED);
        ResultSet row = lock.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void call(Connection connection, Collection<Due> due) throws SQLException {
    UUID[] readers = which(due, "readers");
    UUID[] dates =
        Stream.concat(Stream.of(readers), Stream.of(which(due, "dates"))).toArray(UUID[]::new);
    new SqlParts().add(CALL, dates, readers, readers).execute(connection);
  }

  private static UUID[] which(Collection<Due> due, String what) {
    return due.stream()
        .filter(one -> one.what().equals(what))
        .map(Due::record)
        .toArray(UUID[]::new);
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

  private boolean followed(Connection connection, UUID id, boolean anew) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RECORD)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          String owner = row.getString("owner");
          Audience audience =
              new Audience(
                  Audiences.principals(row, "full_admits"),
                  Audiences.principals(row, "seen_admits"));
          Bounds bounds = Bounds.of(connection, id, owner);
          if (anew
              || !bounds.anchors().isEmpty()
              || row.getBoolean("cut_otherwise")
              || !bounds.within(audience, owner).equals(audience)) {
            Reader stand = inTheNameOf(owner, audience.full());
            kinds
                .named(row.getString("kind"))
                .ifPresent(kind -> follow(kind, id, stand, registry(owner), connection));
          }
        }
        return true;
      }
    } catch (RuntimeException e) {
      LOG.warnf("Record %s could not follow what it hangs on: %s", id, e.getMessage());
      return false;
    }
  }

  private <S extends Evidenced> void follow(
      RecordKind<S> kind, UUID id, Reader owner, Reader registry, Connection system) {
    desk.at(
        owner,
        () -> {
          current
              .hold(kind.name(), id)
              .filter(held -> held.full() != null)
              .ifPresentOrElse(
                  held -> catchUp(kind, held, boundsOf(held, system), registry),
                  () ->
                      LOG.warnf(
                          "Nobody of %s can be found who holds %s", owner.organisation(), id));
          return true;
        });
  }

  /** Read once the record is held: nobody hangs it on something else meanwhile. */
  private static Bounds boundsOf(CurrentViews.Held held, Connection system) {
    try {
      return Bounds.of(system, held.row().id(), held.row().owner());
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private <S extends Evidenced> void catchUp(
      RecordKind<S> kind, CurrentViews.Held held, Bounds bounds, Reader registry) {
    ObjectNode present = json.state(held.full());
    ObjectNode next =
        AnchoredDates.derive(json, kind.stateType(), present, held.row().id(), current::look)
            .state();
    S state = json.kept(next, kind.stateType());
    Set<UUID> anchors = AnchoredDates.anchors(kind.stateType(), next);
    // Never wider than before: who opens a record again is its owner.
    Audience within = bounds.within(held.audience(), held.row().owner());
    Marking label = marking(state, anchors).noWiderThan(within);
    // A date that moved may have moved a meeting into the future, which its kind keeps to fewer.
    Audience audience = within.intersect(kind.audience(state, label, within));
    boolean moved = !next.equals(present);
    if (moved || !audience.equals(held.audience()) || !label.equals(state.marking())) {
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
    } else if (joined.cutOtherwise(kind, held, state, label, audience)) {
      book.recut(kind, held, state, label, registry);
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

  /** One of those who get the record in full: a named person where only persons do. */
  static Reader inTheNameOf(String owner, Set<String> full) {
    String person = registry(owner).person();
    for (String principal : full) {
      String name = principal.substring(principal.indexOf(':') + 1);
      if (principal.startsWith("person") && name.startsWith(owner + "/")) {
        person = name;
      }
    }
    return new Reader(owner, person, Set.of(Role.REVIEWER), Tlp.RED);
  }

  /** Whom history and audit name. */
  private static Reader registry(String owner) {
    return new Reader(owner, owner + "/registry", Set.of(Role.REVIEWER), Tlp.RED);
  }
}
