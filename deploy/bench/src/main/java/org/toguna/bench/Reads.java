package org.toguna.bench;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Reading one and reading fifty, over HTTP with policy and row-level security, and bare. */
final class Reads {
  private static final String ONE =
      "select record_id, view, tlp, version, etag, body from record_view"
          + " where record_id = ? and view = 'full'";
  private static final String FIFTY =
      "select v.* from (select id from audience_class where id > 0) c cross join lateral (select"
          + " record_id, view, tlp, version, etag, body, sort_date from record_view"
          + " where class = c.id and kind = 'crisis' and unit2 = ?"
          + " and (date_to is null or date_to >= ?) and (date_from is null or date_from <= ?)"
          + " order by sort_date desc, record_id desc limit 50) v"
          + " order by sort_date desc, record_id desc limit 50";
  private static final LocalDate FROM = LocalDate.of(2021, 2, 1);
  private static final LocalDate TO = LocalDate.of(2021, 6, 30);

  private final RunningStack stack;
  private final Registry registry;
  private final Comparison comparison;
  private final List<String> readers;

  Reads(RunningStack stack, Registry registry, Comparison comparison) {
    this.stack = stack;
    this.registry = registry;
    this.comparison = comparison;
    this.readers = Registry.tokens(stack, "reader", "reader");
  }

  void one(Report report) throws SQLException {
    try (SqlLoad bare = one(registry.green)) {
      report.add(
          Row.compared(
              "no database: GET /cases/q/health/live",
              comparison.of(bare, get((who, random) -> "/cases/q/health/live")),
              null,
              null));
      report.add(
          Row.compared(
              "read one GREEN crisis by id",
              comparison.of(bare, get((who, random) -> path(registry.green, random))),
              0.40,
              null));
    }
    try (SqlLoad bare = one(registry.amber)) {
      report.add(
          Row.compared(
              "read one AMBER crisis by id, full, audited",
              comparison.of(bare, get((who, random) -> path(registry.amber, random))),
              null,
              null));
    }
  }

  /** What it costs that others' readings are kept, once they are known. */
  void known(Report report) throws IOException {
    String other = stack.token("reader", "ngo-b", "reader", "GREEN");
    try (var connection = new HttpConnection(stack.port("cases"))) {
      for (UUID record : registry.green) {
        connection.send(HttpConnection.Ask.get("/cases/v1/crises/" + record, other), 200);
      }
    }
    report.add(
        Row.compared(
            "read one GREEN crisis of others, as a holder that is known",
            comparison.of(
                get((who, random) -> path(registry.green, random)),
                new HttpLoad(
                    stack.port("cases"),
                    200,
                    (who, random) -> HttpConnection.Ask.get(path(registry.green, random), other))),
            null,
            "the limit is the owner's reading, which is not kept"));
  }

  void fifty(Report report) throws SQLException {
    try (SqlLoad bare =
        new SqlLoad(
            stack.superuserUrl("cases"),
            connection -> {
              PreparedStatement select = connection.prepareStatement(FIFTY);
              return random -> {
                select.setString(1, Registry.cercle(random.nextInt(Registry.CERCLES)));
                select.setObject(2, FROM);
                select.setObject(3, TO);
                read(select, 50);
              };
            })) {
      report.add(
          Row.compared(
              "list fifty by cercle and date",
              comparison.of(
                  bare,
                  get(
                      (who, random) ->
                          "/cases/v1/crises?place=%s&from=%s&to=%s&limit=50"
                              .formatted(
                                  Registry.cercle(random.nextInt(Registry.CERCLES)), FROM, TO))),
              0.50,
              null));
    }
  }

  private SqlLoad one(List<UUID> records) throws SQLException {
    return new SqlLoad(
        stack.superuserUrl("cases"),
        connection -> {
          PreparedStatement select = connection.prepareStatement(ONE);
          return random -> {
            select.setObject(1, records.get(random.nextInt(records.size())));
            read(select, 1);
          };
        });
  }

  private static void read(PreparedStatement select, int expected) throws SQLException {
    int found = 0;
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        rows.getBytes("body");
        found++;
      }
    }
    if (found != expected) {
      throw new IllegalStateException("%d rows instead of %d".formatted(found, expected));
    }
  }

  private static String path(List<UUID> records, RandomGenerator random) {
    return "/cases/v1/crises/" + records.get(random.nextInt(records.size()));
  }

  @FunctionalInterface
  private interface Paths {
    String next(int client, RandomGenerator random);
  }

  private HttpLoad get(Paths paths) {
    return new HttpLoad(
        stack.port("cases"),
        200,
        (who, random) -> HttpConnection.Ask.get(paths.next(who, random), readers.get(who)));
  }
}
