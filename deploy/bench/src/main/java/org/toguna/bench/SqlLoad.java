package org.toguna.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** SQL on connections of its own: the bare limit. */
final class SqlLoad implements Load, AutoCloseable {

  /** Prepares whatever it needs on a connection and returns what is then done over and over. */
  @FunctionalInterface
  interface Preparation {
    Threads.Step on(Connection connection) throws SQLException;
  }

  private final List<Connection> connections = new ArrayList<>();
  private final List<Threads.Step> steps = new ArrayList<>();

  SqlLoad(String url, Preparation preparation) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      // Prepared on the server from the first execution: a limit has no learning phase.
      Connection connection = DriverManager.getConnection(url + "&prepareThreshold=1");
      connections.add(connection);
      steps.add(preparation.on(connection));
    }
  }

  @Override
  public double perSecond(Duration time) {
    return Threads.perSecond(steps, time);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
