package org.toguna.cases.gazetteer.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Kilometres;

/**
 * Finds places whose point lies nowhere near the unit that they name: at 0, 0, outside of the
 * country, or much farther from the unit's other places than these are from each other. The point
 * stays as it came: the place is flagged.
 */
final class DoubtfulPoints {
  /** Fewer places than this do not tell where their unit lies. */
  private static final int ENOUGH = 4;

  /** Of the real gazetteers at hand this flags one place in 200, and those are wrong. */
  private static final double TIMES_THE_USUAL = 8;

  private static final double NEAR_KM = 50;

  /** Where the places of a unit lie, and how far from their middle half of them do. */
  private static final String USUAL =
      """
      with told as (
        select distinct u.id from place p
          cross join lateral unnest(array[p.adm1, p.adm2, p.adm3]) as u (id)
        where p.import_id = ?::uuid and u.id is not null),
      lying as (
        select t.id, p.lat, p.lon from told t
          join unit u on u.id = t.id
          join place p on case u.level when 1 then p.adm1 when 2 then p.adm2 else p.adm3 end = t.id),
      middle as (
        select id, percentile_cont(0.5) within group (order by lat) as lat,
               percentile_cont(0.5) within group (order by lon) as lon
        from lying group by id having count(*) >= %d)
      select m.id, m.lat, m.lon, percentile_cont(0.5) within group (order by
        111.2 * sqrt((l.lat - m.lat) ^ 2 + ((l.lon - m.lon) * cosd(m.lat)) ^ 2))
      from middle m join lying l on l.id = m.id group by m.id, m.lat, m.lon
      """
          .formatted(ENOUGH);

  private static final String PLACES =
      "select id, country, lat, lon, adm1, adm2, adm3, '"
          + Extents.FLAG
          + "' = any (flags) from place where import_id = ?::uuid";

  private static final String FLAGGED =
      """
      update place p set
        flags = case when f.why is null then array_remove(p.flags, '%1$s')
                     else array_append(array_remove(p.flags, '%1$s'), '%1$s') end,
        updated_at = ?::timestamptz
      from unnest(?::text[], ?::text[]) as f (id, why) where p.id = f.id
      """
          .formatted(Extents.FLAG);
  private static final String TOLD =
      """
      update place_staging s set detail = f.why
      from unnest(?::text[], ?::text[]) as f (id, why)
      where s.id = f.id and s.digest is not null and s.code is null and f.why is not null
      """;

  private final Map<String, Usual> usual = new HashMap<>();

  private DoubtfulPoints() {}

  private record Usual(double lat, double lon, double reach) {
    boolean holds(double otherLat, double otherLon) {
      return Kilometres.between(lat, lon, otherLat, otherLon)
          <= Math.max(NEAR_KM, TIMES_THE_USUAL * reach);
    }
  }

  /** Flags what an import brought or changed, and takes flags back that no longer hold. */
  static void flag(Connection connection, ImportOrder order) throws SQLException {
    var points = new DoubtfulPoints();
    try (var statement = connection.prepareStatement(USUAL)) {
      statement.setObject(1, order.id());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          points.usual.put(
              row.getString(1), new Usual(row.getDouble(2), row.getDouble(3), row.getDouble(4)));
        }
      }
    }
    var ids = new ArrayList<String>();
    var why = new ArrayList<@Nullable String>();
    try (var statement = connection.prepareStatement(PLACES)) {
      statement.setFetchSize(1_000);
      statement.setObject(1, order.id());
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var units = Arrays.asList(row.getString(7), row.getString(6), row.getString(5));
          var doubt = points.doubt(row.getString(2), units, row.getDouble(3), row.getDouble(4));
          if (doubt.isPresent() || row.getBoolean(8)) {
            ids.add(row.getString(1));
            why.add(doubt.orElse(null));
          }
        }
      }
    }
    if (!ids.isEmpty()) {
      write(connection, order, ids, why);
    }
  }

  private static void write(
      Connection connection, ImportOrder order, List<String> ids, List<@Nullable String> why)
      throws SQLException {
    var entries = connection.createArrayOf("text", ids.toArray());
    var reasons = connection.createArrayOf("text", why.toArray());
    try (var flagged = connection.prepareStatement(FLAGGED);
        var told = connection.prepareStatement(TOLD)) {
      flagged.setTimestamp(1, Timestamp.from(order.at()));
      flagged.setArray(2, entries);
      flagged.setArray(3, reasons);
      flagged.executeUpdate();
      told.setArray(1, entries);
      told.setArray(2, reasons);
      told.executeUpdate();
    }
  }

  private Optional<String> doubt(
      String country, List<@Nullable String> finestFirst, double lat, double lon) {
    var outside = Extents.doubt(country, lat, lon);
    if (outside.isPresent()) {
      return outside;
    }
    for (var unit : finestFirst) {
      var known = unit == null ? null : usual.get(unit);
      if (known != null) {
        return known.holds(lat, lon)
            ? Optional.empty()
            : Optional.of(
                "The point lies %d km from the middle of %s, where others lie.%s"
                    .formatted(
                        Math.round(Kilometres.between(known.lat, known.lon, lat, lon)),
                        unit,
                        Extents.hint(lat, lon, known::holds)));
      }
    }
    return Optional.empty();
  }
}
