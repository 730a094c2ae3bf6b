package org.toguna.local.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.NameLookup.Village;
import org.toguna.parts.PartFailed;
import org.toguna.parts.Ports;
import org.toguna.parts.Postgres;
import org.toguna.parts.RandomSecrets;

/**
 * What PostgreSQL does ready-made: the nearest names by pg_trgm, accents folded, over a GiST index,
 * in a server that lives as long as the evaluation.
 */
final class Trigrams implements AutoCloseable {
  private static final String ANYWHERE =
      "select pcode from village order by folded <-> lower(unaccent(?)), pcode limit 5";
  private static final String IN_CERCLE =
      "select pcode from village where cercle = ? order by folded <-> lower(unaccent(?)), pcode"
          + " limit 5";

  private final Path home;
  private final Postgres server;
  private final Connection connection;
  private final PreparedStatement anywhere;
  private final PreparedStatement inCercle;

  Trigrams(List<Village> villages) {
    try {
      home = Files.createTempDirectory("toguna-evaluate");
      server = new Postgres(home, Ports.free(), RandomSecrets.password(), Map.of("fsync", "off"));
      server.start();
      server.awaitReady(Duration.ofMinutes(2));
      connection = DriverManager.getConnection(server.superuserUrl("postgres"));
      fill(villages);
      anywhere = connection.prepareStatement(ANYWHERE);
      inCercle = connection.prepareStatement(IN_CERCLE);
    } catch (SQLException | IOException e) {
      throw new PartFailed("the trigrams could not be prepared: " + e.getMessage(), e);
    }
  }

  private void fill(List<Village> villages) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create extension pg_trgm");
      statement.execute("create extension unaccent");
      statement.execute("create table village (pcode text, cercle text, folded text)");
    }
    try (var insert =
        connection.prepareStatement("insert into village values (?, ?, lower(unaccent(?)))")) {
      for (var village : villages) {
        insert.setString(1, village.id());
        insert.setString(2, village.units().get(2));
        insert.setString(3, village.name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (var statement = connection.createStatement()) {
      statement.execute("create index on village using gist (folded gist_trgm_ops)");
      statement.execute("create index on village (cercle)");
      statement.execute("analyze village");
    }
  }

  List<String> find(String name, @Nullable String cercle) {
    var select = cercle == null ? anywhere : inCercle;
    try {
      if (cercle != null) {
        select.setString(1, cercle);
      }
      select.setString(cercle == null ? 1 : 2, name);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new PartFailed("the trigrams did not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    server.stop(Duration.ofSeconds(20));
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("toguna: left behind: " + home);
    }
  }
}
