package org.toguna.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A list of a thousand names held against the gazetteer of a whole country. */
final class CoverageNames {
  private static final int NAMES = 1_000;
  private static final double WITHIN_MS = 150;

  /** The cercle with the most places of that gazetteer. */
  private static final String CERCLE = "ML0205";

  private static final String PLACES =
      "select name from place where adm2 = '" + CERCLE + "' order by id limit " + NAMES;

  private final RunningStack stack;
  private final Connection database;

  CoverageNames(RunningStack stack, Connection database) {
    this.stack = stack;
    this.database = database;
  }

  /** The country's places, which are not part of this project: they lie beside it, or nowhere. */
  static Path file(Path root) {
    return root.resolveSibling(
        Path.of("shared", "data", "reference", "places", "mali_places_cod.csv"));
  }

  void measure(Path file, Waits waits, Report report) throws SQLException, IOException {
    try (var connection =
        new HttpConnection(stack.port("cases"), java.time.Duration.ofMinutes(5))) {
      connection.send(
          new HttpConnection.Ask(
              "POST",
              "/cases/v1/gazetteer/imports",
              stack.token("administrator", "ngo-a", "root", "GREEN"),
              "text/csv",
              Files.readString(file)),
          201);
    }
    String asked = question();
    List<String> askers = Registry.tokens(stack, "contributor", "checker");
    var outcome =
        waits.of(
            connection -> {
              var select = connection.prepareStatement(PLACES);
              return random -> {
                try (var rows = select.executeQuery()) {
                  while (rows.next()) {
                    rows.getString(1);
                  }
                }
              };
            },
            (who, random) ->
                HttpConnection.Ask.post("/cases/v1/coverage-checks", askers.get(who), asked));
    report.add(
        Row.atMost(
            String.format(Locale.ROOT, "check %,d names against %,d places, p50", NAMES, places()),
            " ms",
            outcome.asked().p50(),
            WITHIN_MS,
            "bare is to read their names; " + outcome.told()));
  }

  private long places() throws SQLException {
    try (var statement = database.createStatement();
        var row = statement.executeQuery("select count(*) from place")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Each tenth name lacks its second letter, as lists that were typed by hand do. */
  private String question() throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(PLACES)) {
      while (rows.next()) {
        String name = rows.getString(1);
        names.add(
            names.size() % 10 == 0 && name.length() > 3
                ? name.charAt(0) + name.substring(2)
                : name);
      }
    }
    if (names.size() != NAMES) {
      throw new IllegalStateException("%d places in %s".formatted(names.size(), CERCLE));
    }
    ObjectNode question = new ObjectMapper().createObjectNode().put("unit", CERCLE);
    names.forEach(question.putArray("names")::add);
    return question.toString();
  }
}
