package org.toguna.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A service's database with its three roles: the owner migrates, the app answers requests under
 * row-level security, the system relays and projects. Grants on tables are the migrations' affair.
 */
public final class Databases {

  private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "btree_gist");

  /**
   * Whether a text holds words tells nothing but its answer and fails for no text, so that below
   * policies an index of words may be asked first. PostgreSQL marks few of its functions so.
   */
  private static final String WORDS_LEAK_NOTHING =
      "alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof";

  private Databases() {}

  /**
   * Creates what is missing and sets the passwords, so that it may be called at every start.
   *
   * @param superuserUrl JDBC address of any database of the server, user and password included
   */
  public static void create(String superuserUrl, String name, RolePasswords passwords) {
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("Not a name for a database: " + name);
    }
    try (var server = DriverManager.getConnection(superuserUrl)) {
      role(server, name + "_owner", passwords.owner());
      role(server, name + "_app", passwords.app());
      role(server, name + "_system", passwords.system());
      if (!exists(server, "select from pg_database where datname = ?", name)) {
        run(server, "create database %1$s owner %1$s_owner".formatted(name));
      }
      run(server, "revoke all on database %s from public".formatted(name));
      run(server, "grant connect on database %1$s to %1$s_app, %1$s_system".formatted(name));
    } catch (SQLException e) {
      throw new PartFailed("Could not create the database %s: %s".formatted(name, e), e);
    }
    try (var database = DriverManager.getConnection(pointedAt(superuserUrl, name))) {
      for (var extension : EXTENSIONS) {
        run(database, "create extension if not exists %s schema public".formatted(extension));
      }
      run(database, WORDS_LEAK_NOTHING);
      run(database, "revoke all on schema public from public");
      run(database, "alter schema public owner to %s_owner".formatted(name));
      run(database, "grant usage on schema public to %1$s_app, %1$s_system".formatted(name));
    } catch (SQLException e) {
      throw new PartFailed("Could not prepare the database %s: %s".formatted(name, e), e);
    }
  }

  /** Removes a database and its roles. */
  public static void drop(String superuserUrl, String name) {
    try (var server = DriverManager.getConnection(superuserUrl)) {
      run(server, "drop database if exists %s with (force)".formatted(name));
      run(server, "drop role if exists %1$s_app, %1$s_system, %1$s_owner".formatted(name));
    } catch (SQLException e) {
      throw new PartFailed("Could not drop the database %s: %s".formatted(name, e), e);
    }
  }

  private static void role(Connection server, String role, String password) throws SQLException {
    if (!exists(server, "select from pg_roles where rolname = ?", role)) {
      run(server, "create role %s login".formatted(role));
    }
    try (var statement =
        server.prepareStatement("select format('alter role %I password %L', ?::text, ?::text)")) {
      statement.setString(1, role);
      statement.setString(2, password);
      try (var row = statement.executeQuery()) {
        row.next();
        run(server, row.getString(1));
      }
    }
  }

  private static boolean exists(Connection server, String query, String name) throws SQLException {
    try (var statement = server.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String pointedAt(String url, String database) {
    return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
  }
}
