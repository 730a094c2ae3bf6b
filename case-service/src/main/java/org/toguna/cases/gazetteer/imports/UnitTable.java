package org.toguna.cases.gazetteer.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.DamagedText;
import org.toguna.cases.gazetteer.Name;
import org.toguna.kit.db.SqlParts;

/** Reads all units into a book, and writes those that an import brought or changed. */
final class UnitTable {
  private UnitTable() {}

  static UnitBook read(Connection connection) throws SQLException {
    var book = new UnitBook();
    var others = new HashMap<String, List<Name>>();
    query(
        connection,
        "select unit, name, language from place_name where unit is not null and position > 0"
            + " order by unit, position",
        row ->
            others
                .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(new Name(row.getString(2), row.getString(3), Name.Kind.ALTERNATIVE)));
    query(
        connection,
        "select id, coding, pcode, adm0, adm1, adm2, adm3, country, name, valid_from, valid_to,"
            + " lat, lon, source from unit",
        row -> book.standing(unit(row, others)));
    query(
        connection,
        "select id from unit where withdrawn_on is not null",
        row -> book.withdrawn(row.getString(1)));
    query(
        connection,
        "select country, coding, reference from unit_coding",
        row -> book.standing(row.getString(1), row.getString(2), row.getBoolean(3)));
    return book;
  }

  private static UnitEntry unit(ResultSet row, Map<String, List<Name>> others) throws SQLException {
    var path =
        Arrays.asList(row.getString(4), row.getString(5), row.getString(6), row.getString(7));
    return new UnitEntry(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        path.stream().filter(Objects::nonNull).toList(),
        row.getString(8),
        row.getString(9),
        others.getOrDefault(row.getString(1), List.of()),
        new UnitEntry.Details(
            row.getObject(10, LocalDate.class),
            row.getObject(11, LocalDate.class),
            row.getObject(12, Double.class),
            row.getObject(13, Double.class),
            row.getString(14)));
  }

  private record Coding(String country, String name) {}

  static void write(Connection connection, UnitBook book, ImportOrder order) throws SQLException {
    var codings = new LinkedHashSet<Coding>();
    book.changed().forEach(unit -> codings.add(new Coding(unit.country(), unit.coding())));
    for (var coding : codings) {
      new SqlParts()
          .add(
              "insert into unit_coding values (?, ?, ?) on conflict do nothing",
              coding.country(),
              coding.name(),
              book.isReference(coding.country(), coding.name()))
          .execute(connection);
    }
    try (var statement =
        connection.prepareStatement(
            """
              insert into unit (id, coding, pcode, level, parent, name, country,
                                adm0, adm1, adm2, adm3, valid_from, valid_to, lat, lon, source,
                                flags, version, recorded_at, updated_at, import_id)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?, ?, ?, ?::text[], 1, ?, ?, ?)
              on conflict (id) do update set
                name = excluded.name, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, lat = excluded.lat, lon = excluded.lon,
                source = excluded.source,
                flags = excluded.flags
                  || case when unit.withdrawn_on is null then '{}' else '{withdrawn}'::text[] end,
                version = unit.version + 1,
                updated_at = excluded.updated_at, import_id = excluded.import_id
            """)) {
      for (var unit : book.changed()) {
        bind(statement, unit, order);
        statement.execute();
      }
    }
    writeNames(connection, book);
  }

  private static void bind(PreparedStatement statement, UnitEntry unit, ImportOrder order)
      throws SQLException {
    var at = Timestamp.from(order.at());
    var said = unit.details();
    @Nullable Object[] values = {
      unit.id(),
      unit.coding(),
      unit.pcode(),
      unit.level(),
      unit.parent(),
      unit.name(),
      unit.country(),
      unit.unit(0),
      unit.unit(1),
      unit.unit(2),
      unit.unit(3),
      said.validFrom(),
      said.validTo(),
      said.lat(),
      said.lon(),
      said.source(),
      "{" + String.join(",", flags(unit)) + "}",
      at,
      at,
      order.id()
    };
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** What is to be known of a unit before it is used, as far as its own words tell. */
  private static List<String> flags(UnitEntry unit) {
    var flags = new ArrayList<String>();
    if (DamagedText.isDamaged(unit.name())) {
      flags.add(Doubt.DAMAGED_NAME.word());
    }
    if (DamagedText.anyDamaged(unit.otherNames().stream().map(Name::name).toList())) {
      flags.add(Doubt.DAMAGED_ALTERNATIVE_NAME.word());
    }
    var said = unit.details();
    if (said.lat() != null && said.lon() != null) {
      Extents.doubt(unit.country(), said.lat(), said.lon()).ifPresent(_ -> flags.add(Extents.FLAG));
    }
    return flags;
  }

  private static void writeNames(Connection connection, UnitBook book) throws SQLException {
    try (var clear = connection.prepareStatement("delete from place_name where unit = ?");
        var write =
            connection.prepareStatement(
                """
                insert into place_name (unit, position, name, language, kind, folded, sound)
                select ?, n.position - 1, n.value ->> 'name', n.value ->> 'language',
                       n.value ->> 'kind', n.value ->> 'folded', n.value ->> 'sound'
                from jsonb_array_elements(?::jsonb) with ordinality as n (value, position)
                """)) {
      for (var unit : book.changed()) {
        if (!book.isNew(unit)) {
          clear.setString(1, unit.id());
          clear.addBatch();
        }
        write.setString(1, unit.id());
        write.setString(2, StagingCopy.names(unit.names()));
        write.addBatch();
      }
      clear.executeBatch();
      write.executeBatch();
    }
  }

  /** What is done with each row of a result. */
  @FunctionalInterface
  interface EachRow {
    void read(ResultSet row) throws SQLException;
  }

  static void query(Connection connection, String sql, EachRow each) throws SQLException {
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        each.read(rows);
      }
    }
  }
}
