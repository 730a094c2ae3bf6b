package org.toguna.cases.incidents.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.incidents.counts.CountFilters.By;
import org.toguna.cases.incidents.counts.CountFilters.Question;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Undated;

/** Sums the counts of the classes that admit a reader: what was folded and what was not yet. */
@ApplicationScoped
class IncidentCounts {
  private static final String FOLDED = "incident_count";
  private final ReaderSql sql;

  IncidentCounts(ReaderSql sql) {
    this.sql = sql;
  }

  IncidentCount counts(Reader reader, Question question) {
    IncidentCount counted = counted(reader, question);
    return question.leavesUndatedOut()
        ? new IncidentCount(counted.total(), counted.items(), total(reader, question.leftOut()))
        : counted;
  }

  private IncidentCount counted(Reader reader, Question question) {
    return switch (question.by()) {
      case ALL -> {
        long total = total(reader, question);
        yield new IncidentCount(total, List.of(), null);
      }
      case UNIT -> byUnit(reader, question);
      case MONTH -> {
        var cells = cells(reader, question, "unit", "month_from, month_to");
        yield new IncidentCount(sum(cells), cells, null);
      }
      case TYPE -> {
        var cells = cells(reader, question, "unit", "type");
        yield new IncidentCount(sum(cells), cells, null);
      }
    };
  }

  /** The units within, and apart from them what is known to none of them. */
  private IncidentCount byUnit(Reader reader, Question question) {
    // One statement, so that a write between two cannot make the rest negative.
    var cells = cells(reader, question, "parent", "unit");
    long total = 0;
    var within = new ArrayList<IncidentCount.Cell>();
    for (IncidentCount.Cell cell : cells) {
      if (question.unit().equals(cell.unit())) {
        total = cell.count();
      } else {
        within.add(cell);
      }
    }
    long rest = total - sum(within);
    if (rest > 0) {
      within.add(new IncidentCount.Cell(null, null, null, null, rest));
    }
    return new IncidentCount(total, within, null);
  }

  private long total(Reader reader, Question question) {
    var parts = new SqlParts().add("select coalesce(sum(n), 0) from (");
    rows(parts, question, "unit", "n");
    return sql.query(
        reader,
        parts.add(") c").sql(),
        parts.parameters(),
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  private List<IncidentCount.Cell> cells(
      Reader reader, Question question, String within, String columns) {
    var parts = new SqlParts().add("select " + columns + ", sum(n) from (");
    rows(parts, question, within, columns + ", n");
    parts.add(
        ") c group by %1$s having sum(n) <> 0 order by %1$s limit %2$d"
            .formatted(columns, IncidentCount.MOST + 1));
    List<IncidentCount.Cell> cells =
        sql.query(
            reader,
            parts.sql(),
            parts.parameters(),
            rows -> {
              var read = new ArrayList<IncidentCount.Cell>();
              while (rows.next()) {
                read.add(cell(rows, question.by()));
              }
              return read;
            });
    if (cells.size() > IncidentCount.MOST) {
      throw CountFilters.bad("from", "More counts than one answer holds: ask for fewer months.");
    }
    return cells;
  }

  private static void rows(SqlParts parts, Question question, String within, String columns) {
    // What lies in a unit and the unit itself are found by an index each, which "or" would not use.
    List<String> found = within.equals("parent") ? List.of("parent", "unit") : List.of("unit");
    String separator = "";
    for (String table : List.of(FOLDED, "incident_count_change")) {
      for (String by : found) {
        parts.add(separator + "select " + columns + " from " + table + " where ");
        parts.add(by + " = ?::text", question.unit());
        if (question.type() != null) {
          parts.add(" and type = ?::text", question.type());
        }
        if (table.equals(FOLDED)) {
          kept(parts, question);
        }
        months(parts, question);
        separator = " union all ";
      }
    }
  }

  /** Of what the sums keep of each change, the one that answers in the fewest rows. */
  private static void kept(SqlParts parts, Question question) {
    if (question.type() == null) {
      parts.add(question.by() == By.TYPE ? " and type <> '*'" : " and type = '*'");
    }
    boolean anyMonth =
        question.from() == null && question.to() == null && question.undated() != Undated.ONLY;
    if (question.by() == By.MONTH) {
      parts.add(" and month_from is distinct from 'infinity'");
    } else if (anyMonth) {
      parts.add(" and month_from = 'infinity'");
    }
  }

  /** The same as of lists: bounds that overlap; one open bound reaches everywhere, two nowhere. */
  private static void months(SqlParts parts, Question question) {
    if (question.undated() == Undated.ONLY) {
      parts.add(" and month_from is null and month_to is null");
      return;
    }
    if (question.leavesUndatedOut()) {
      parts.add(" and (month_from is not null or month_to is not null)");
    }
    if (question.from() != null) {
      parts.add(
          " and (month_to is null or month_to >= ?::date)", question.from().atDay(1).toString());
    }
    if (question.to() != null) {
      parts.add(
          " and (month_from is null or month_from <= ?::date)", question.to().atDay(1).toString());
    }
  }

  private static IncidentCount.Cell cell(ResultSet row, By by) throws SQLException {
    return switch (by) {
      case UNIT -> new IncidentCount.Cell(row.getString(1), null, null, null, row.getLong(2));
      case TYPE -> new IncidentCount.Cell(null, null, null, row.getString(1), row.getLong(2));
      case MONTH ->
          new IncidentCount.Cell(null, month(row, 1), month(row, 2), null, row.getLong(3));
      case ALL -> throw new IllegalStateException("One count has no cells.");
    };
  }

  private static @Nullable String month(ResultSet row, int column) throws SQLException {
    java.time.LocalDate first = row.getObject(column, java.time.LocalDate.class);
    return first == null ? null : Objects.toString(YearMonth.from(first));
  }

  private static long sum(List<IncidentCount.Cell> cells) {
    return cells.stream().mapToLong(IncidentCount.Cell::count).sum();
  }
}
