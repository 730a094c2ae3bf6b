package org.toguna.cases.gazetteer.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.imports.RowOutcome.Kind;
import org.toguna.kit.db.SqlParts;

/** Takes published totals of a division: each stands beside the others, under its source. */
final class TotalRows {
  private static final List<String> LEVELS =
      List.of("region", "cercle", "arrondissement", "commune", "village");

  private final Connection connection;
  private final ImportOrder order;
  private final Set<String> divisions = new HashSet<>();
  private final Map<String, String> standing = new HashMap<>();

  TotalRows(Connection connection, ImportOrder order) throws SQLException {
    this.connection = connection;
    this.order = order;
    UnitTable.query(
        connection, "select name from division", row -> divisions.add(row.getString(1)));
    UnitTable.query(
        connection,
        "select division || '/' || level || '/' || source, number || ' ' || published"
            + " from division_total",
        row -> standing.put(row.getString(1), row.getString(2)));
  }

  RowOutcome take(Row row) throws RowFlaw, SQLException {
    row.mustBeWhole();
    var division = row.required("division", "Name the division: 2015 or 2023.");
    if (!divisions.contains(division)) {
      throw new RowFlaw(
          "division", "unknown-division", "There are: " + String.join(", ", divisions));
    }
    var level = row.required("level", "Name the level.");
    if (!LEVELS.contains(level)) {
      throw new RowFlaw("level", "unknown-level", "There are: " + String.join(", ", LEVELS));
    }
    row.required("number", "Give the number.");
    var number = row.count("number");
    if (number == null || number > Integer.MAX_VALUE) {
      throw new RowFlaw("number", "not-a-count", "Give a whole number.");
    }
    var published = row.date("published");
    if (published == null) {
      throw new RowFlaw("published", "missing", "Give the day on which the source says so.");
    }
    row.required("source", "Cite who says so, and where.");
    var source = row.text("source", 500);
    var key = division + "/" + level + "/" + source;
    var said = number + " " + published;
    var before = standing.put(key, said);
    if (said.equals(before)) {
      return RowOutcome.taken(row, Kind.UNCHANGED, division);
    }
    new SqlParts()
        .add(
            "insert into division_total values (?, ?, ?::int, ?::date, ?, ?::uuid) on conflict"
                + " (division, level, source) do update set number = excluded.number, published ="
                + " excluded.published, import_id = excluded.import_id",
            division,
            level,
            number.intValue(),
            published.toString(),
            source,
            order.id())
        .execute(connection);
    return RowOutcome.taken(row, before == null ? Kind.CREATED : Kind.UPDATED, division);
  }
}
