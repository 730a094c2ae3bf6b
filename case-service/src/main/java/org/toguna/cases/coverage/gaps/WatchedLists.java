package org.toguna.cases.coverage.gaps;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.coverage.CoverageListKind;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.records.RecordReads;

/**
 * Which lists cover where something happened, and what happened where a list covers. This only
 * chooses what is worth looking at, by ids; whether there is a gap is judged with the owner's eyes.
 */
@ApplicationScoped
class WatchedLists {
  /** What is watched for: things that happen, and what goes on happening. */
  static final Set<String> HAPPENINGS = Set.of("incident", "crisis");

  private static final String OPEN =
      " l.kind = 'coverage-list' and l.view = 'full' and l.status in ('proposed', 'sent', 'agreed')"
          + " and i.view = 'full' and (l.date_from is null or i.date_to is null or i.date_to >="
          + " l.date_from)";
  private static final String LISTS =
      "select l.record_id, l.owner, i.record_id, i.kind from record_view i join record_view l on"
          + OPEN
          + " and coalesce(l.unit3, l.unit2, l.unit1, l.unit0) = any (array[i.unit0, i.unit1,"
          + " i.unit2, i.unit3] || i.other_units) where i.record_id = ? and i.kind = any (?)";

  /**
   * What lies on no map lies in any unit of the one that is told, or, of words alone, in any at
   * all: of lists whose owner may get all of what happened.
   */
  private static final String PERHAPS_THERE =
      " and (i.place is null and (i.unit0 is null or coalesce(i.unit3, i.unit2, i.unit1, i.unit0) ="
          + " any (array[l.unit0, l.unit1, l.unit2, l.unit3])) or '?' = any (i.other_units)) and"
          + " (select r.full_admits from record r where r.id = i.record_id) && array['org:' ||"
          + " l.owner, 'person:' || l.owner || '/"
          + ListGaps.WATCH
          + "']";

  private static final String LISTS_PERHAPS =
      "select l.record_id, l.owner, i.record_id, i.kind from record_view i join record_view l on"
          + OPEN
          + PERHAPS_THERE
          + " where i.record_id = ? and i.kind = any (?)";
  private static final String HAPPENED_PERHAPS =
      "select l.record_id, l.owner, i.record_id, i.kind from record_view l join record_view i on"
          + OPEN
          + PERHAPS_THERE
          + " where l.record_id = ? and i.kind = any (?)";

  private static final String OPEN_GAPS =
      "select v.record_id, v.owner from record_about a join record_view v using (record_id, view)"
          + " where a.about = ? and a.kind = 'list-gap' and v.view = 'full' and v.status = '"
          + ListGap.TO_CHECK
          + "'";

  /** By the unit of the list, each level by its index: what happened may be millions. */
  private static final String HAPPENED =
      """
      select l.record_id, l.owner, i.record_id, i.kind
      from (select *, coalesce(unit3, unit2, unit1, unit0) as unit from record_view where record_id = ?) l
      cross join (select ?::text[] as kinds) k
      cross join lateral (
        select v.* from record_view v where v.kind = any (k.kinds) and v.unit3 = l.unit union all
        select v.* from record_view v where v.kind = any (k.kinds) and v.unit2 = l.unit union all
        select v.* from record_view v where v.kind = any (k.kinds) and v.unit1 = l.unit union all
        select v.* from record_view v where v.kind = any (k.kinds) and v.unit0 = l.unit union all
        select v.* from record_about a join record_view v using (record_id, view)
        where a.about = 'unit:' || l.unit and a.kind = any (k.kinds)) i
      where\
      """
          + OPEN;

  private final AgroalDataSource system;

  WatchedLists(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  /** A list, whose it is, and what happened in a unit that it covers. */
  record Pair(UUID list, String owner, UUID incident, String kind) {}

  /** What one change of one record makes worth looking at. */
  Set<Pair> touchedBy(String kind, UUID record) {
    boolean list = kind.equals(CoverageListKind.NAME);
    if (!list && !HAPPENINGS.contains(kind)) {
      return Set.of();
    }
    try (Connection connection = system.getConnection()) {
      Set<Pair> pairs = new LinkedHashSet<>();
      for (String sql :
          list ? List.of(HAPPENED, HAPPENED_PERHAPS) : List.of(LISTS, LISTS_PERHAPS)) {
        add(connection, sql, record, pairs);
      }
      return pairs;
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static void add(Connection connection, String sql, UUID record, Set<Pair> pairs)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, record);
      select.setArray(2, connection.createArrayOf("text", HAPPENINGS.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          pairs.add(
              new Pair(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getObject(3, UUID.class),
                  rows.getString(4)));
        }
      }
    }
  }

  /** A possible gap that nobody has judged, whose it is, and what it was raised because of. */
  record OpenGap(UUID gap, String owner, UUID incident, String kind) {}

  /** Possible gaps because of what happened; none where something else has changed. */
  List<OpenGap> openGaps(String kind, UUID record) {
    if (!HAPPENINGS.contains(kind)) {
      return List.of();
    }
    try (Connection connection = system.getConnection();
        PreparedStatement select = connection.prepareStatement(OPEN_GAPS)) {
      select.setString(1, RecordReads.aboutRecord(record));
      try (ResultSet rows = select.executeQuery()) {
        var gaps = new ArrayList<OpenGap>();
        while (rows.next()) {
          gaps.add(new OpenGap(rows.getObject(1, UUID.class), rows.getString(2), record, kind));
        }
        return gaps;
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }
}
