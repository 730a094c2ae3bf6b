package org.toguna.kit.db;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.toguna.kit.marking.Reader;

/**
 * Queries under row-level security. The reader's principals are set by the same round trip that
 * carries the query, local to its implicit transaction, so nothing of them stays on the connection.
 */
@ApplicationScoped
public class ReaderSql {
  private static final String CONTEXT = "select set_config('toguna.reader', ?, true); ";
  private static final String CONTEXT_OF_A_LIST =
      "select set_config('toguna.reader', ?, true),"
          + " set_config('plan_cache_mode', 'force_generic_plan', true); ";
  private static final int AT_ONCE = 1_000;

  /**
   * Enough to sort what is compared of 20,000 cases (25 MB) without files, for this transaction.
   */
  private static final String SORTED_IN_MEMORY = "set local work_mem = '32MB'";

  private final AgroalDataSource requests;

  ReaderSql(AgroalDataSource requests) {
    this.requests = requests;
  }

  /** Reads the rows of a result, before the connection goes back. */
  @FunctionalInterface
  public interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /**
   * Runs one query as the reader.
   *
   * @param parameters bound in order; arrays must be typed ({@code UUID[]}, {@code String[]})
   * @throws DatabaseTrouble if the database cannot be reached or refuses
   */
  public <T> T query(Reader reader, String sql, List<?> parameters, Rows<T> rows) {
    return query(CONTEXT, reader, sql, parameters, rows);
  }

  /**
   * The same for lists, which are planned once for each form of statement: to plan one anew for
   * each reader takes as long as to read it, and with the settings of the deployments the plan is
   * the same. For work outside any transaction, whose other statements it would reach.
   */
  public <T> T list(Reader reader, String sql, List<?> parameters, Rows<T> rows) {
    return query(CONTEXT_OF_A_LIST, reader, sql, parameters, rows);
  }

  private <T> T query(String context, Reader reader, String sql, List<?> parameters, Rows<T> rows) {
    try (Connection connection = requests.getConnection();
        PreparedStatement statement = connection.prepareStatement(context + sql)) {
      statement.setString(1, context(reader));
      for (int i = 0; i < parameters.size(); i++) {
        bind(connection, statement, i + 2, parameters.get(i));
      }
      statement.execute();
      statement.getMoreResults();
      try (ResultSet results = statement.getResultSet()) {
        return rows.read(results);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /**
   * Runs one query as the reader, and hands its rows over as they come: what is held in memory does
   * not grow with the result. For work outside any transaction.
   *
   * @throws DatabaseTrouble if the database cannot be reached or refuses
   */
  public <T> T stream(Reader reader, String sql, List<?> parameters, Rows<T> rows) {
    try (Connection connection = requests.getConnection()) {
      // The driver fetches by and by only within a transaction, to which the reader is local.
      connection.setAutoCommit(false);
      try {
        enter(connection, reader);
        try (Statement settings = connection.createStatement()) {
          settings.execute(SORTED_IN_MEMORY);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setFetchSize(AT_ONCE);
          for (int i = 0; i < parameters.size(); i++) {
            bind(connection, statement, i + 1, parameters.get(i));
          }
          try (ResultSet results = statement.executeQuery()) {
            return rows.read(results);
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /**
   * Below the policies the planner takes nearly everything for invisible, and would join large sets
   * row by row; and to compile what runs once costs more than it saves.
   */
  private static void enter(Connection connection, Reader reader) throws SQLException {
    try (PreparedStatement context =
        connection.prepareStatement(
            "select set_config('toguna.reader', ?, true), set_config('enable_nestloop', 'off',"
                + " true), set_config('jit', 'off', true)")) {
      context.setString(1, context(reader));
      context.execute();
    }
  }

  /** The reader's principals as the database's policies read them. */
  public static String context(Reader reader) {
    return String.join("\u001f", reader.principals());
  }

  static void bind(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    switch (value) {
      case java.util.UUID[] ids -> statement.setArray(at, connection.createArrayOf("uuid", ids));
      case Integer[] numbers -> statement.setArray(at, connection.createArrayOf("int4", numbers));
      case String[] texts -> statement.setArray(at, connection.createArrayOf("text", texts));
      // The driver leaves a Timestamp's type open and asks the server first, which ends the
      // transaction that holds the reader: from the fifth time on nothing would be found.
      case java.sql.Timestamp then ->
          statement.setObject(at, then.toInstant().atOffset(java.time.ZoneOffset.UTC));
      case null, default -> statement.setObject(at, value);
    }
  }
}
