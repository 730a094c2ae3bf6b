package org.toguna.cases.gazetteer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.marking.PlaceLevel;

/**
 * Who may be meant by a spelling. Holds the names of the whole gazetteer in memory, some 20 MB for
 * 60,000, and reads them anew after an import, whichever instance of the service ran it.
 */
@ApplicationScoped
public class PlaceLookup {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final AgroalDataSource database;
  private final ReentrantLock rebuilding = new ReentrantLock();
  private volatile Built built = new Built(new PlaceIndex(List.of()), "", 0);

  PlaceLookup(@DataSource("system") AgroalDataSource database) {
    this.database = database;
  }

  private record Built(PlaceIndex index, String latestImport, long checkedAt) {}

  /**
   * What a candidate must be, besides sounding alike.
   *
   * @param among ids of units and places: it is one of them, or lies in one
   */
  public record Within(
      @Nullable String unit,
      @Nullable PlaceLevel level,
      @Nullable String provider,
      @Nullable BoundingBox box,
      @Nullable LocalDate day,
      @Nullable Set<String> among) {
    public static final Within ANYWHERE = new Within(null, null, null, null, null, null);

    public static Within unit(String unit) {
      return new Within(unit, null, null, null, null, null);
    }
  }

  /**
   * Candidates for what somebody wrote, likeliest first.
   *
   * @param ambiguous whether more than one place is as likely as the first
   */
  public record Answer(List<Candidate> candidates, boolean ambiguous) {}

  public Answer find(String written, Within within, int limit) {
    return find(List.of(written), within, limit);
  }

  /** The same for all the spellings a source gives of one place. */
  public Answer find(List<String> spellings, Within within, int limit) {
    var index = index();
    var run = within.unit() == null ? index.everywhere() : index.run(within.unit());
    var among = within.among() == null ? null : index.of(within.among());
    int considered = Math.max(limit, Ambiguity.CONSIDERED);
    var all = index.find(spellings, run, entry -> fits(index, entry, within, among), considered);
    var provider = within.provider();
    var asked =
        provider == null
            ? all
            : index.find(
                spellings,
                run,
                entry -> index.isOf(entry, provider) && fits(index, entry, within, among),
                considered);
    return new Answer(asked.stream().limit(limit).toList(), Ambiguity.of(asked, all));
  }

  private static boolean fits(PlaceIndex index, int entry, Within within, @Nullable BitSet among) {
    return (among == null || among.get(entry))
        && (within.level() == null || index.level(entry) == within.level())
        && (within.box() == null || index.inBox(entry, within.box()))
        && (within.day() == null || index.stoodOn(entry, within.day()));
  }

  /** The units that an id or P-code names: one for an id, several where editions share a code. */
  public List<Candidate> units(String idOrCode) {
    var found =
        find(idOrCode, Within.ANYWHERE, 50).candidates().stream()
            .filter(candidate -> candidate.reason() == Candidate.Reason.PCODE)
            .filter(candidate -> candidate.level().compareTo(PlaceLevel.adm3) <= 0)
            .toList();
    var exact = found.stream().filter(candidate -> candidate.id().equals(idOrCode)).findFirst();
    return exact.map(List::of).orElse(found);
  }

  /** Reads the gazetteer anew, so that whoever imported something finds it. */
  public void refresh() {
    rebuilding.lock();
    try {
      rebuild();
    } finally {
      rebuilding.unlock();
    }
  }

  private PlaceIndex index() {
    var now = built;
    boolean stale = System.nanoTime() - now.checkedAt > FRESH_NANOS;
    if (now.checkedAt == 0) {
      refresh();
    } else if (stale && rebuilding.tryLock()) {
      // One request looks after it; the others answer from what there is.
      try {
        if (latestImport().equals(now.latestImport)) {
          built = new Built(now.index, now.latestImport, System.nanoTime());
        } else {
          rebuild();
        }
      } finally {
        rebuilding.unlock();
      }
    }
    return built.index;
  }

  private String latestImport() {
    try (var connection = database.getConnection()) {
      return latestImport(connection);
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static String latestImport(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                "select id from gazetteer_import order by at desc, id limit 1");
        var row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  private void rebuild() {
    try (var connection = database.getConnection()) {
      var latest = latestImport(connection);
      var index = new PlaceIndex(read(connection));
      built = new Built(index, latest, System.nanoTime());
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  static List<IndexedPlace> read(Connection connection) throws SQLException {
    Map<String, List<String>> names = new HashMap<>();
    try (var statement =
            connection.prepareStatement(
                "select coalesce(unit, place), name from place_name where position > 0"
                    + " order by 1, position");
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        names.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    var places = new ArrayList<IndexedPlace>();
    try (var statement =
            connection.prepareStatement(
                "select id, coding, pcode, case level when 0 then 'country' else 'adm' || level"
                    + " end, lat, lon, false, adm0, adm1, adm2, adm3, name, valid_from,"
                    + " least(valid_to, withdrawn_on - 1) from unit union all select id, provider,"
                    + " pcode, level, lat, lon, seat_of is not null, adm0, adm1, adm2, adm3, name,"
                    + " valid_from, least(valid_to, withdrawn_on - 1) from place");
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var lat = rows.getObject(5, Double.class);
        var lon = rows.getObject(6, Double.class);
        places.add(
            new IndexedPlace(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                PlaceLevel.valueOf(rows.getString(4)),
                lat == null ? IndexedPlace.NOWHERE : lat,
                lon == null ? IndexedPlace.NOWHERE : lon,
                rows.getBoolean(7),
                Arrays.asList(
                    rows.getString(8), rows.getString(9), rows.getString(10), rows.getString(11)),
                rows.getString(12),
                names.getOrDefault(rows.getString(1), List.of()),
                rows.getObject(13, LocalDate.class),
                rows.getObject(14, LocalDate.class)));
      }
    }
    return places;
  }
}
