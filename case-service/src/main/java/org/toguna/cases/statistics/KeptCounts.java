package org.toguna.cases.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.statistics.CountQuestion.By;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Undated;

/** Sums the counts of the classes that admit a reader: what was folded and what was not yet. */
@ApplicationScoped
class KeptCounts {
  private static final String FOLDED = "record_count";

  /** What is known to none of the units within; the policy of the views has admitted it as well. */
  private static final String NO_UNIT = "?";

  /** The total stands in the row without a key, in the same statement, hence of the same moment. */
  private static final String TOTAL = "0";

  private final ReaderSql sql;

  KeptCounts(ReaderSql sql) {
    this.sql = sql;
  }

  RecordCounts counts(Reader reader, CountQuestion question) {
    RecordCounts counted = counted(reader, question);
    return question.leavesUndatedOut()
        ? new RecordCounts(
            counted.total(), counted.items(), counted(reader, question.leftOut()).total())
        : counted;
  }

  private RecordCounts counted(Reader reader, CountQuestion question) {
    var parts = new SqlParts().add("select 0, null, null, coalesce(sum(n), 0) from (");
    rows(parts, question, "unit", By.ALL, "n");
    parts.add(") c");
    if (question.by() != By.ALL) {
      String columns = columns(question.by());
      parts.add(" union all (select 1, " + columns + ", sum(n) from (");
      rows(parts, question, question.by() == By.UNIT ? "parent" : "unit", question.by(), "*");
      parts
          .add(
              ") c group by 2, 3 having sum(n) <> 0 order by 2, 3 limit " + (RecordCounts.MOST + 1))
          .add(")");
    }
    return sql.query(
        reader, parts.sql(), parts.parameters(), found -> counts(found, question.by()));
  }

  private static String columns(By by) {
    return switch (by) {
      case UNIT -> "unit, null";
      case TYPE -> "type, null";
      case STATUS -> "status, null";
      case MONTH -> "month_from::text, month_to::text";
      case ALL -> throw new IllegalStateException("One count has no cells.");
    };
  }

  private static RecordCounts counts(ResultSet rows, By by) throws SQLException {
    long total = 0;
    var cells = new ArrayList<RecordCounts.Cell>();
    while (rows.next()) {
      if (rows.getString(1).equals(TOTAL)) {
        total = rows.getLong(4);
      } else {
        cells.add(cell(rows, by));
      }
    }
    if (cells.size() > RecordCounts.MOST) {
      throw Asked.bad("from", "More counts than one answer holds: ask for fewer months.");
    }
    return new RecordCounts(total, cells, null);
  }

  private static RecordCounts.Cell cell(ResultSet row, By by) throws SQLException {
    String key = row.getString(2);
    long n = row.getLong(4);
    return switch (by) {
      case UNIT ->
          new RecordCounts.Cell(NO_UNIT.equals(key) ? null : key, null, null, null, null, n);
      case TYPE -> new RecordCounts.Cell(null, null, null, key, null, n);
      case STATUS -> new RecordCounts.Cell(null, null, null, null, key.isEmpty() ? null : key, n);
      case MONTH -> new RecordCounts.Cell(null, month(key), month(row.getString(3)), null, null, n);
      case ALL -> throw new IllegalStateException("One count has no cells.");
    };
  }

  private static @Nullable String month(@Nullable String first) {
    return first == null ? null : Objects.toString(YearMonth.from(LocalDate.parse(first)));
  }

  private static void rows(
      SqlParts parts, CountQuestion question, String within, By by, String columns) {
    String separator = "";
    for (String table : List.of(FOLDED, "record_count_change")) {
      String all = "unit, month_from, month_to, type, status, n";
      parts.add(separator + "select " + (columns.equals("*") ? all : columns) + " from " + table);
      parts.add(" where kind = ?::text", question.counted().kind);
      parts.add(" and " + within + " = ?::text", question.unit());
      if (question.type() != null) {
        parts.add(" and type = ?::text", question.type());
      }
      if (question.status() != null) {
        parts.add(" and status = ?::text", question.status());
      }
      if (table.equals(FOLDED)) {
        kept(parts, question, by);
      }
      months(parts, question);
      separator = " union all ";
    }
  }

  /** Of what the sums keep of each change, the one that answers in the fewest rows. */
  private static void kept(SqlParts parts, CountQuestion question, By by) {
    if (question.type() == null) {
      parts.add(by == By.TYPE ? " and type <> '*'" : " and type = '*'");
    }
    if (question.status() == null) {
      parts.add(by == By.STATUS ? " and status <> '*'" : " and status = '*'");
    }
    boolean anyMonth =
        question.from() == null && question.to() == null && question.undated() != Undated.ONLY;
    if (by == By.MONTH) {
      parts.add(" and month_from is distinct from 'infinity'");
    } else if (anyMonth) {
      parts.add(" and month_from = 'infinity'");
    }
  }

  /** The same as of lists: bounds that overlap; one open bound reaches everywhere, two nowhere. */
  private static void months(SqlParts parts, CountQuestion question) {
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
}
