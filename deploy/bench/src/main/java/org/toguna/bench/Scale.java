package org.toguna.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What one waits for incidents, at one size of the registry after another; each size is held
 * against the first.
 */
final class Scale {
  private static final String BODIES = "select record_id, view, tlp, version, etag, body";
  private static final String OF_INCIDENTS =
      " from record_view where kind = 'incident' and view = 'full'";
  private static final String LATEST_FIFTY = " order by sort_date desc, record_id desc limit 50";
  private static final String COUNT =
      "select sum(n) from (select n, unit, type, month_from, month_to from incident_count"
          + " union all select n, unit, type, month_from, month_to from incident_count_change) c"
          + " where unit = ? and type = ? and month_to >= ? and month_from <= ?";

  /** Degrees from side to side of a map that shows a village and its fields. */
  private static final double VILLAGE = 0.02;

  /** Degrees from side to side of a map that holds a page already at 30,000. */
  private static final double COMMUNE = 0.3;

  private static final double COUNTS_WITHIN_MS = 20;

  private static final String CERCLE = "&place={cercle}";
  private static final String HALF_YEAR = "&from={from}&to={to}";

  private final Incidents incidents;
  private final Waits waits;
  private final List<String> readers;
  private final Growth growth = new Growth();

  Scale(RunningStack stack, Incidents incidents, Waits waits) {
    this.incidents = incidents;
    this.waits = waits;
    this.readers = Registry.tokens(stack, "reader", "reader");
  }

  void measure(Options options, Report report) throws SQLException {
    if (options.wants(8)) {
      one(report);
    }
    if (options.wants(9)) {
      fifty(report);
      words(
          report,
          "list fifty incidents by a word that one has",
          random -> Incidents.lonely(random.nextInt(Incidents.LONELY)));
      words(
          report,
          "list fifty incidents by a word that a fiftieth have",
          random -> "" + random.nextInt(Registry.CERCLES));
      actor(report, "an actor of a third", RecordCopies.COMMON_ACTOR, "");
      actor(report, "that actor and half year", RecordCopies.COMMON_ACTOR, HALF_YEAR);
      actor(report, "that actor and cercle", RecordCopies.COMMON_ACTOR, CERCLE);
      actor(report, "an actor of few", RecordCopies.RARE_ACTOR, "");
      actor(report, "that one and cercle", RecordCopies.RARE_ACTOR, CERCLE);
    }
    if (options.wants(10)) {
      counts(report);
    }
    if (options.wants(11)) {
      extent(report, "cercle", 1);
      extent(report, "commune", COMMUNE);
      extent(report, "village", VILLAGE);
    }
  }

  private void one(Report report) throws SQLException {
    add(
        report,
        "read one incident by id",
        waits.of(
            connection -> {
              var select =
                  connection.prepareStatement(
                      BODIES + " from record_view where record_id = ? and view = 'full'");
              return random -> {
                select.setObject(1, incidents.ids.get(random.nextInt(incidents.ids.size())));
                read(select);
              };
            },
            get(random -> "/" + incidents.ids.get(random.nextInt(incidents.ids.size())))));
  }

  /** Any half year of the ten. */
  private void fifty(Report report) throws SQLException {
    add(
        report,
        "list fifty incidents by cercle and half year",
        waits.of(
            connection -> {
              var select =
                  connection.prepareStatement(
                      BODIES
                          + OF_INCIDENTS
                          + " and unit2 = ? and sort_date between ? and ?"
                          + LATEST_FIFTY);
              return random -> {
                LocalDate from = halfYear(random).atDay(1);
                select.setString(1, cercle(random));
                select.setObject(2, from);
                select.setObject(3, from.plusMonths(6).minusDays(1));
                read(select);
              };
            },
            get(
                random -> {
                  LocalDate from = halfYear(random).atDay(1);
                  return "?place=%s&from=%s&to=%s&limit=50"
                      .formatted(cercle(random), from, from.plusMonths(6).minusDays(1));
                })));
  }

  /** Beside it the bare query by the actor alone. */
  private void actor(Report report, String by, UUID actor, String further) throws SQLException {
    add(
        report,
        "list fifty incidents by " + by,
        waits.of(
            connection -> {
              var select =
                  connection.prepareStatement(
                      BODIES + OF_INCIDENTS + " and actors @> array[?::uuid]" + LATEST_FIFTY);
              return random -> {
                select.setObject(1, actor);
                read(select);
              };
            },
            get(
                random -> {
                  LocalDate from = halfYear(random).atDay(1);
                  return "?limit=50&actor="
                      + actor
                      + further
                          .replace("{cercle}", cercle(random))
                          .replace("{from}", from.toString())
                          .replace("{to}", from.plusMonths(6).minusDays(1).toString());
                })));
  }

  private void words(Report report, String name, Paths word) throws SQLException {
    add(
        report,
        name,
        waits.of(
            connection -> {
              bestPlan(connection);
              var select =
                  connection.prepareStatement(
                      BODIES
                          + OF_INCIDENTS
                          + " and search @@ websearch_to_tsquery('simple', ?)"
                          + LATEST_FIFTY);
              return random -> {
                select.setString(1, word.next(random));
                read(select);
              };
            },
            get(random -> "?limit=50&q=" + word.next(random))));
  }

  private void counts(Report report) throws SQLException {
    SqlLoad.Preparation bare =
        connection -> {
          var select = connection.prepareStatement(COUNT);
          return random -> {
            LocalDate from = halfYear(random).atDay(1);
            select.setString(1, cercle(random));
            select.setString(2, "raid");
            select.setObject(3, from);
            select.setObject(4, from.plusMonths(5));
            read(select);
          };
        };
    for (String asked :
        List.of(
            "unit=%s&by=month&type=raid",
            "unit=%s&by=type&from=2015-01&to=2015-06",
            "unit=ML99&by=unit&from=2015-01&to=2015-06",
            "unit=ML99&by=unit",
            "by=month")) {
      var outcome =
          waits.of(
              bare,
              (who, random) ->
                  HttpConnection.Ask.get(
                      "/cases/v1/incident-counts?" + asked.replace("%s", cercle(random)),
                      readers.get(who)));
      String name = "counts of incidents, " + asked.replace("%s", "cercle");
      report.add(
          Row.atMost(
              Growth.sized(incidents.ids.size(), name),
              " ms",
              outcome.asked().p99(),
              COUNTS_WITHIN_MS,
              outcome.told()));
    }
  }

  /** A map of that many degrees from side to side, wholly within the land that has incidents. */
  private void extent(Report report, String name, double degrees) throws SQLException {
    add(
        report,
        "map extent of a " + name + ", fifty latest",
        waits.of(
            connection -> {
              bestPlan(connection);
              var select =
                  connection.prepareStatement(
                      BODIES
                          + OF_INCIDENTS
                          + " and lat between ? and ? and lon between ? and ?"
                          + LATEST_FIFTY);
              return random -> {
                double south = 11 + random.nextDouble(5 - degrees);
                double west = -12 + random.nextDouble(10 - degrees);
                select.setDouble(1, south);
                select.setDouble(2, south + degrees);
                select.setDouble(3, west);
                select.setDouble(4, west + degrees);
                read(select);
              };
            },
            get(
                random -> {
                  double south = 11 + random.nextDouble(5 - degrees);
                  double west = -12 + random.nextDouble(10 - degrees);
                  return String.format(
                      Locale.ROOT,
                      "?bbox=%.4f,%.4f,%.4f,%.4f&limit=50",
                      west,
                      south,
                      west + degrees,
                      south + degrees);
                })));
  }

  /** The limit is the best plan for each question, whatever others needed. */
  private static void bestPlan(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set plan_cache_mode = force_custom_plan");
    }
  }

  private void add(Report report, String name, Waits.Outcome outcome) {
    report.add(growth.row(name, incidents.ids.size(), outcome));
  }

  private static String cercle(RandomGenerator random) {
    return Registry.cercle(random.nextInt(Registry.CERCLES));
  }

  private static YearMonth halfYear(RandomGenerator random) {
    return Incidents.FIRST.plusMonths(random.nextInt(Incidents.MONTHS - 6));
  }

  @FunctionalInterface
  private interface Paths {
    String next(RandomGenerator random);
  }

  private HttpLoad.Asking get(Paths paths) {
    return (who, random) ->
        HttpConnection.Ask.get("/cases/v1/incidents" + paths.next(random), readers.get(who));
  }

  private static void read(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      int last = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        rows.getObject(last);
      }
    }
  }
}
