package org.toguna.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows about incidents and cases at each size, and about lists of names. */
final class ReferenceRows {
  private final Options options;
  private final RunningStack stack;
  private final Registry registry;
  private final Report report;

  ReferenceRows(Options options, RunningStack stack, Registry registry, Report report) {
    this.options = options;
    this.stack = stack;
    this.registry = registry;
    this.report = report;
  }

  void measure(Comparison comparison, Path root) throws SQLException, IOException {
    try (Connection database = Incidents.database(stack)) {
      var waits = new Waits(options, stack);
      if (options.wantsAnyOf(8, 9, 10, 11, 12)) {
        var incidents = new Incidents(stack, registry, database);
        var scale = new Scale(stack, incidents, waits);
        for (int size : options.incidents()) {
          Bench.say("filling in incidents up to %,d".formatted(size));
          incidents.growTo(size);
          if (size == options.incidents().getFirst() && options.incidents().size() > 1) {
            // Or the first size would pay for all that is compiled, and each other look better.
            new Scale(stack, incidents, waits).measure(options, unheard());
          }
          scale.measure(options, report);
        }
      }
      if (options.wantsAnyOf(14, 15)) {
        statistics(waits, database);
      }
      if (options.wants(12)) {
        var writes = new IncidentWrites(stack, registry, database);
        writes.imported(report, options.imported());
        writes.counted(report, comparison);
      }
      if (options.wants(13)) {
        Path places = CoverageNames.file(root);
        if (Files.exists(places)) {
          new CoverageNames(stack, database).measure(places, waits, report);
        } else {
          Bench.say("no check of names is measured: there are no places in " + places);
        }
      }
      if (options.wants(16)) {
        precedents(database, waits);
      }
    }
  }

  private void precedents(Connection database, Waits waits) throws SQLException {
    var cases = new CaseFamilies(registry, database);
    for (int size : options.cases()) {
      Bench.say("filling in cases up to %,d".formatted(size));
      cases.growTo(size);
      new PrecedentWaits(stack, cases, waits).measure(report);
    }
  }

  private void statistics(Waits waits, Connection database) throws SQLException {
    var dialogues = new Dialogues(stack, registry, database);
    var scale = new StatisticsScale(stack, dialogues, waits);
    for (int size : options.cases()) {
      Bench.say("filling in cases and sieges up to %,d each".formatted(size));
      dialogues.growTo(size);
      if (size == options.cases().getFirst() && options.cases().size() > 1) {
        new StatisticsScale(stack, dialogues, waits).measure(options, unheard());
      }
      scale.measure(options, report);
    }
  }

  private static Report unheard() {
    return new Report(new PrintStream(OutputStream.nullOutputStream()));
  }
}
