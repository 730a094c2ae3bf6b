package org.toguna.cases.precedents;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;

/**
 * Tells of all cases that a reader may see, one after the other, with what is recorded in each. In
 * one reading under row-level security, so that all of it is of one moment.
 */
@ApplicationScoped
class FeatureRows {
  private static final String TOLD =
      "record_id, kind, codes, unit0, unit1, unit2, unit3, place, lat, lon, date_from, date_to";

  /**
   * The policy is asked once, of each row; a crisis is told with each case that names it. What to
   * begin with sorts as the least id there can be: PostgreSQL compares many times faster by one id
   * that leads than by whether it is the first, and then the id.
   */
  private static final String ALL =
      "with seen as materialized (select case_id, crises, record_id, kind,"
          + " array_to_string(codes, ' ') as codes, unit0, unit1, unit2, unit3, place, lat, lon,"
          + " date_from, date_to from precedent_feature) select * from (select case_id, "
          + TOLD
          + " from seen where case_id is not null union all select c.case_id, k."
          + TOLD.replace(", ", ", k.")
          + " from (select case_id, unnest(crises) as crisis from seen where kind = 'case') c"
          + " join seen k on k.record_id = c.crisis and k.kind = 'crisis') told"
          + " order by coalesce(nullif(case_id, ?::uuid), '00000000-0000-0000-0000-000000000000'),"
          + " record_id";

  private final ReaderSql sql;

  FeatureRows(ReaderSql sql) {
    this.sql = sql;
  }

  /**
   * @param first the case to begin with, if any: what it tells is then known when others come
   */
  void each(Reader reader, @Nullable UUID first, Consumer<Gathered> taker) {
    sql.stream(
        reader,
        ALL,
        Collections.singletonList(first),
        rows -> {
          Gathered current = null;
          while (rows.next()) {
            UUID dialogue = rows.getObject(1, UUID.class);
            if (current == null || !current.dialogue().equals(dialogue)) {
              give(current, taker);
              current = new Gathered(dialogue);
            }
            current.take(told(rows));
          }
          give(current, taker);
          return true;
        });
  }

  private static void give(@Nullable Gathered gathered, Consumer<Gathered> taker) {
    if (gathered != null && gathered.isSeen()) {
      taker.accept(gathered);
    }
  }

  private static Telling told(ResultSet row) throws SQLException {
    String codes = row.getString("codes");
    return new Telling(
        row.getObject("record_id", UUID.class),
        row.getString("kind"),
        codes.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(codes.split(" "))),
        new Where(
            Arrays.asList(
                row.getString("unit0"),
                row.getString("unit1"),
                row.getString("unit2"),
                row.getString("unit3"),
                row.getString("place")),
            number(row, "lat"),
            number(row, "lon")),
        new Span(
            row.getObject("date_from", LocalDate.class),
            row.getObject("date_to", LocalDate.class)));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }
}
