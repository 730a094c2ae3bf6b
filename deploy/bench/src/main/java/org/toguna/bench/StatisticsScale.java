package org.toguna.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What one waits for statistics, at one size of the registry after another. */
final class StatisticsScale {
  /** Kept counts do not grow with what they count. */
  private static final double MOST_GROWTH = 1.3;

  private static final String COUNT =
      "select sum(n) from record_count where kind = 'case' and unit = ? and type = '*' and"
          + " status = '*' and month_from = 'infinity'";
  private static final String BODIES =
      "select body from record_view where kind = 'crisis' and view = 'full' and type = 'siege'";

  private final Dialogues dialogues;
  private final Waits waits;
  private final List<String> readers;
  private final Map<String, Waits.Outcome> first = new LinkedHashMap<>();
  private int firstSize;

  StatisticsScale(RunningStack stack, Dialogues dialogues, Waits waits) {
    this.dialogues = dialogues;
    this.waits = waits;
    this.readers = Registry.tokens(stack, "reader", "reader");
  }

  void measure(Options options, Report report) throws SQLException {
    firstSize = firstSize == 0 ? dialogues.size() : firstSize;
    if (options.wants(14)) {
      counts(report);
    }
    if (options.wants(15)) {
      survival(report);
    }
  }

  private void counts(Report report) throws SQLException {
    SqlLoad.Preparation bare =
        connection -> {
          var select = connection.prepareStatement(COUNT);
          return random -> {
            select.setString(1, cercle(random));
            read(select);
          };
        };
    for (String asked :
        List.of("by=type", "unit=%s&by=stage", "unit=ML99&by=unit", "unit=ML99&by=month")) {
      add(
          report,
          "counts of cases, " + asked.replace("%s", "cercle"),
          waits.of(
              bare,
              (who, random) ->
                  HttpConnection.Ask.get(
                      "/cases/v1/statistics/cases?" + asked.replace("%s", cercle(random)),
                      readers.get(who))),
          MOST_GROWTH);
    }
  }

  /** The bodies of all of them, which the service opens as well, are what it cannot do without. */
  private void survival(Report report) throws SQLException {
    add(
        report,
        "survival of sieges",
        waits.of(
            connection -> {
              var select = connection.prepareStatement(BODIES);
              return random -> read(select);
            },
            (who, random) ->
                HttpConnection.Ask.get("/cases/v1/statistics/survival", readers.get(who))),
        (double) dialogues.size() / firstSize);
  }

  private void add(Report report, String name, Waits.Outcome outcome, double mostGrowth) {
    Waits.Outcome before = first.putIfAbsent(name, outcome);
    report.add(
        new Row(
            "%,d: %s".formatted(dialogues.size(), name),
            " ms",
            (before == null ? outcome.bare() : before.asked()).p99(),
            outcome.asked().p99(),
            before == null ? null : outcome.asked().p99() / before.asked().p99(),
            before == null ? null : mostGrowth,
            true,
            before == null
                ? outcome.told()
                : String.format(
                    Locale.ROOT,
                    "%s; against %,d: processor time %.2f, bare p99 %.2f",
                    outcome.told(),
                    firstSize,
                    outcome.asked().cost() / before.asked().cost(),
                    outcome.bare().p99() / before.bare().p99())));
  }

  private static String cercle(RandomGenerator random) {
    return Registry.cercle(random.nextInt(Registry.CERCLES));
  }

  private static void read(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }
}
