package org.toguna.cases.gazetteer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.values.PlaceReference.Ancestor;

/** Reads units and places, which every signed-in reader may see. */
@ApplicationScoped
class Entries {
  private static final String NAMES =
      "(select jsonb_agg(jsonb_build_object('name', n.name, 'language', n.language, 'kind', n.kind)"
          + " order by n.position) from place_name n where n.%s = e.id) as names";
  private static final String REPLACED =
      "(select jsonb_agg(jsonb_build_object('unit', s.replaced_by, 'name', u.name, 'day', s.day,"
          + " 'source', s.source, 'extent', s.extent) order by s.replaced_by, s.day) from"
          + " succession s join unit u on u.id = s.replaced_by where s.entry = e.id) as"
          + " replaced_by";
  private static final String UNIT_LEVEL =
      "case e.level when 0 then 'country' else 'adm' || e.level end";
  private static final String UNITS =
      "select id, pcode, coding as provider, "
          + UNIT_LEVEL
          + " as level, name, adm0, adm1, adm2, adm3, lat, lon, null as kind, null::bigint as"
          + " population, null as seat_of, null as found_in, source, flags, valid_from, valid_to,"
          + " version, updated_at, withdrawn_on, withdrawn_because, "
          + REPLACED
          + ", "
          + NAMES.formatted("unit")
          + " from unit e where ";
  private static final String PLACES =
      "select id, pcode, provider, level, name, adm0, adm1, adm2, adm3, lat, lon, kind, population,"
          + " seat_of, found_in, null as source, flags, valid_from, valid_to, version, updated_at,"
          + " withdrawn_on, withdrawn_because, "
          + REPLACED
          + ", "
          + NAMES.formatted("place")
          + " from place e where ";
  private static final TypeReference<List<Replacement>> LIST_OF_REPLACEMENTS =
      new TypeReference<>() {};
  private static final TypeReference<List<Name>> LIST_OF_NAMES = new TypeReference<>() {};

  private final AgroalDataSource database;
  private final ObjectMapper mapper;

  Entries(AgroalDataSource database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /**
   * A condition on both tables; {@code {level}}, {@code {provider}} and {@code {owner}} stand for
   * what differs.
   */
  record Condition(String sql, List<Object> parameters) {
    Condition {
      parameters = List.copyOf(parameters);
    }

    private String onUnits() {
      return sql.replace("{level}", UNIT_LEVEL)
          .replace("{provider}", "coding")
          .replace("{owner}", "unit")
          .replace("{ofDivision}", "(e.country <> ? or e.valid_from >= ?)");
    }

    private String onPlaces() {
      return sql.replace("{level}", "e.level")
          .replace("{provider}", "provider")
          .replace("{owner}", "place")
          .replace("{ofDivision}", "(e.country <> ? or ?::date is not null)");
    }

    private Object[] values() {
      return parameters.toArray();
    }
  }

  Optional<Entry> one(String id) {
    return of(List.of(id)).stream().findFirst();
  }

  /** Entries in the order of their ids as given; unknown ones are left out. */
  List<Entry> of(List<String> ids) {
    var order = new HashMap<String, Integer>();
    ids.forEach(id -> order.putIfAbsent(id, order.size()));
    var condition =
        new Condition("e.id = any (?)", List.<Object>of((Object) ids.toArray(String[]::new)));
    return page(condition, ids.size()).stream()
        .sorted(Comparator.comparing(entry -> order.get(entry.id())))
        .toList();
  }

  /** Entries by id. */
  List<Entry> page(Condition condition, int limit) {
    var parts = new SqlParts();
    parts.add("(" + UNITS + condition.onUnits(), condition.values());
    parts.add(" order by id limit ?)", limit);
    parts.add(" union all (" + PLACES + condition.onPlaces(), condition.values());
    parts.add(" order by id limit ?) order by id limit ?", limit, limit);
    return read(parts);
  }

  /** Units under a parent, by name. */
  List<Entry> units(Condition condition, int limit) {
    var parts = new SqlParts();
    parts.add(UNITS + condition.onUnits(), condition.values());
    return read(parts.add(" order by name, id limit ?", limit));
  }

  /** Whether anything is of that provider and edition. */
  boolean isOfSome(String provider) {
    return query(
        new SqlParts()
            .add(
                "select exists (select from unit where coding = ?)"
                    + " or exists (select from place where provider = ?)",
                provider,
                provider),
        rows -> rows.next() && rows.getBoolean(1));
  }

  /** The providers and editions that there are. */
  List<String> providers() {
    return query(
        new SqlParts()
            .add("select distinct coding from unit union select distinct provider from place"),
        rows -> {
          var providers = new ArrayList<String>();
          while (rows.next()) {
            providers.add(rows.getString(1));
          }
          return providers;
        });
  }

  long count(Condition condition) {
    var parts = new SqlParts();
    parts.add(
        "select (select count(*) from unit e where " + condition.onUnits(), condition.values());
    parts.add(
        ") + (select count(*) from place e where " + condition.onPlaces(), condition.values());
    return query(
        parts.add(")"),
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  long countUnits(Condition condition) {
    var parts = new SqlParts();
    parts.add("select count(*) from unit e where " + condition.onUnits(), condition.values());
    return query(
        parts,
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  private List<Entry> read(SqlParts parts) {
    return query(
        parts,
        rows -> {
          var drafts = new ArrayList<Draft>();
          while (rows.next()) {
            drafts.add(draft(rows));
          }
          var around = around(drafts);
          return drafts.stream().map(draft -> draft.within(around)).toList();
        });
  }

  private record Draft(Entry entry, List<String> path) {
    Entry within(Map<String, Ancestor> units) {
      return new Entry(
          entry.id(),
          entry.pcode(),
          entry.provider(),
          entry.level(),
          entry.name(),
          entry.names(),
          path.stream().map(units::get).filter(Objects::nonNull).toList(),
          entry.lat(),
          entry.lon(),
          entry.kind(),
          entry.population(),
          entry.seatOf(),
          entry.foundIn(),
          entry.source(),
          entry.flags(),
          entry.validFrom(),
          entry.validTo(),
          entry.withdrawn(),
          entry.replacedBy(),
          entry.version(),
          entry.updatedAt());
    }
  }

  private Draft draft(ResultSet row) throws SQLException {
    var id = row.getString("id");
    var path =
        Arrays.asList(
                row.getString("adm0"),
                row.getString("adm1"),
                row.getString("adm2"),
                row.getString("adm3"))
            .stream()
            .filter(unit -> unit != null && !unit.equals(id))
            .toList();
    Array flags = row.getArray("flags");
    var entry =
        new Entry(
            id,
            row.getString("pcode"),
            row.getString("provider"),
            PlaceLevel.valueOf(row.getString("level")),
            row.getString("name"),
            names(row.getString("names")),
            List.of(),
            row.getObject("lat", Double.class),
            row.getObject("lon", Double.class),
            row.getString("kind"),
            row.getObject("population", Long.class),
            row.getString("seat_of"),
            row.getString("found_in"),
            row.getString("source"),
            List.of((String[]) flags.getArray()),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            withdrawal(row),
            replacements(row.getString("replaced_by")),
            row.getInt("version"),
            row.getTimestamp("updated_at").toInstant());
    return new Draft(entry, path);
  }

  private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    var on = row.getObject("withdrawn_on", LocalDate.class);
    return on == null ? null : new Withdrawal(on, row.getString("withdrawn_because"));
  }

  private @Nullable List<Replacement> replacements(@Nullable String json) {
    try {
      return json == null ? null : mapper.readValue(json, LIST_OF_REPLACEMENTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Name> names(String json) {
    try {
      return mapper.readValue(json, LIST_OF_NAMES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Ancestor> around(List<Draft> drafts) {
    var ids =
        drafts.stream().flatMap(draft -> draft.path().stream()).distinct().toArray(String[]::new);
    var parts =
        new SqlParts()
            .add("select id, level, name, lat, lon from unit where id = any (?)", (Object) ids);
    return query(
        parts,
        rows -> {
          var units = new HashMap<String, Ancestor>();
          while (rows.next()) {
            units.put(
                rows.getString(1),
                new Ancestor(
                    rows.getString(1),
                    PlaceLevel.values()[rows.getInt(2)],
                    rows.getString(3),
                    rows.getObject(4, Double.class),
                    rows.getObject(5, Double.class)));
          }
          return units;
        });
  }

  /** What is made of a result. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(SqlParts parts, Reading<T> reading) {
    try (var connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(parts.sql())) {
      for (int i = 0; i < parts.parameters().size(); i++) {
        var value = parts.parameters().get(i);
        if (value instanceof String[] texts) {
          statement.setArray(i + 1, connection.createArrayOf("text", texts));
        } else {
          statement.setObject(i + 1, value);
        }
      }
      try (var rows = statement.executeQuery()) {
        return reading.read(rows);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
