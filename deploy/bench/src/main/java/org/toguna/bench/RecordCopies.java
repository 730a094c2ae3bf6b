package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * New records made of recorded ones: the place of one, the date of another, the type of a third, in
 * the sealed body and in the columns alike. Written by COPY, without triggers: whoever makes copies
 * sees to the counts.
 */
final class RecordCopies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES = List.of("record", "record_view");
  private static final List<String> OF_PLACE =
      List.of("unit0", "unit1", "unit2", "unit3", "place", "other_units", "lat", "lon", "search");
  private static final List<String> OF_DATE =
      List.of("date_from", "date_to", "sort_date", "status", "stage");

  static final UUID COMMON_ACTOR = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID RARE_ACTOR = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final int RARELY = 6_000;

  /** Degrees that a copy's point lies off its original's at most, to each side. */
  private static final double SPREAD = 0.48;

  private final Connection database;
  private final Sealing sealing;
  private final Members members;
  private final List<Original> originals = new ArrayList<>();

  RecordCopies(Connection database, Sealing sealing, Members members) {
    this.database = database;
    this.sealing = sealing;
    this.members = members;
  }

  /** The members that go together; how far something is goes with when it was. */
  record Members(List<String> ofPlace, List<String> ofDate) {
    static final Members OF_INCIDENT =
        new Members(List.of("title", "place", "position"), List.of("when", "status"));
    static final Members OF_CASE = new Members(List.of("place"), List.of("stages"));
    static final Members OF_CRISIS =
        new Members(List.of("place"), List.of("status", "since", "until", "lastConfirmed"));
  }

  /**
   * @param views rows of record_view by view
   * @param bodies what they hold, opened
   */
  private record Original(
      UUID id,
      StoredRow record,
      Map<String, StoredRow> views,
      Map<String, ObjectNode> bodies) {}

  void learn(UUID id) throws SQLException {
    var views = new LinkedHashMap<String, StoredRow>();
    var bodies = new LinkedHashMap<String, ObjectNode>();
    for (StoredRow view : StoredRow.read(database, "record_view", "record_id = ?", id)) {
      String name = String.valueOf(view.get("view"));
      byte[] opener = sealing.unwrapped((byte[]) Objects.requireNonNull(view.get("wrapped")), id);
      byte[] sealed = (byte[]) Objects.requireNonNull(view.get("body"));
      views.put(name, view);
      bodies.put(name, parsed(sealing.opened(opener, sealed, id, capitals(name))));
    }
    originals.add(
        new Original(
            id, StoredRow.read(database, "record", "id = ?", id).getFirst(), views, bodies));
  }

  /** Writes that many more. */
  List<UUID> write(int number) throws SQLException {
    var ids = new ArrayList<UUID>();
    var lines = new LinkedHashMap<String, StringBuilder>();
    TABLES.forEach(table -> lines.put(table, new StringBuilder()));
    for (int i = 0; i < number; i++) {
      UUID id = UUID.randomUUID();
      for (StoredRow row : copy(id)) {
        Objects.requireNonNull(lines.get(row.table())).append(row.line());
      }
      ids.add(id);
    }
    var copying = database.unwrap(PGConnection.class).getCopyAPI();
    for (var table : lines.entrySet()) {
      StoredRow like = like(table.getKey());
      try {
        copying.copyIn(
            "copy %s (%s) from stdin"
                .formatted(like.table(), String.join(", ", like.columns().keySet())),
            new StringReader(table.getValue().toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ids;
  }

  private StoredRow like(String table) {
    Original first = originals.getFirst();
    return switch (table) {
      case "record" -> first.record();
      default -> first.views().values().iterator().next();
    };
  }

  private List<StoredRow> copy(UUID id) {
    Original base = drawn();
    Original place = drawn();
    Original date = drawn();
    Original type = drawn();
    var random = ThreadLocalRandom.current();
    double north = random.nextDouble(-SPREAD, SPREAD);
    double east = random.nextDouble(-SPREAD, SPREAD);
    byte[] key = sealing.freshKey();
    var rows = new ArrayList<StoredRow>();
    rows.add(base.record().with("id", id));
    byte[] wrapped = sealing.wrapped(key, id);
    for (String view : base.views().keySet()) {
      ObjectNode body = of(base, view).deepCopy();
      take(body, of(place, view), members.ofPlace());
      take(body, of(date, view), members.ofDate());
      take(body, of(type, view), List.of("type"));
      StoredRow row =
          row(base, view)
              .with(row(place, view), OF_PLACE)
              .with(row(date, view), OF_DATE)
              .with(row(type, view), List.of("type"));
      if (body.get("position") instanceof ObjectNode point) {
        double lat = point.get("lat").asDouble() + north;
        double lon = point.get("lon").asDouble() + east;
        point.put("lat", lat).put("lon", lon);
        row = row.with("lat", lat).with("lon", lon);
      }
      if (view.equals("full") && body.at("/participants/0/who") instanceof ObjectNode who) {
        UUID actor = actor(random);
        if (actor != null) {
          who.put("actor", actor.toString());
          row = row.with("actors", "{" + actor + "}");
        }
      }
      byte[] clear =
          body.toString()
              .replace(base.id().toString(), id.toString())
              .getBytes(StandardCharsets.UTF_8);
      rows.add(
          row.with("record_id", id)
              .with("wrapped", wrapped)
              .with("etag", '"' + id.toString() + view.charAt(0) + '"')
              .with("body", sealing.sealed(key, clear, id, capitals(view))));
    }
    return rows;
  }

  /** A third did what one actor did, one of some thousands what another did. */
  private static @Nullable UUID actor(RandomGenerator random) {
    int drawn = random.nextInt(RARELY);
    return drawn == 0 ? RARE_ACTOR : drawn % 3 == 0 ? COMMON_ACTOR : null;
  }

  private Original drawn() {
    return originals.get(ThreadLocalRandom.current().nextInt(originals.size()));
  }

  private static StoredRow row(Original original, String view) {
    return Objects.requireNonNull(original.views().get(view));
  }

  private static ObjectNode of(Original original, String view) {
    return Objects.requireNonNull(original.bodies().get(view));
  }

  private static void take(ObjectNode into, ObjectNode from, List<String> members) {
    for (String member : members) {
      if (from.has(member)) {
        into.set(member, from.get(member).deepCopy());
      } else {
        into.remove(member);
      }
    }
  }

  private static ObjectNode parsed(byte[] json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String capitals(String view) {
    return view.toUpperCase(Locale.ROOT);
  }
}
