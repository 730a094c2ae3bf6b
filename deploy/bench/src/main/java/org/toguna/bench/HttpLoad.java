package org.toguna.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests on kept-alive connections, each sending its next when it has read its last answer. */
final class HttpLoad implements Load {

  /** What one of the sixteen clients asks next. */
  @FunctionalInterface
  interface Asking {
    HttpConnection.Ask next(int client, RandomGenerator random);
  }

  private final int port;
  private final int expected;
  private final Asking asking;

  HttpLoad(int port, int expected, Asking asking) {
    this.port = port;
    this.expected = expected;
    this.asking = asking;
  }

  @Override
  public double perSecond(Duration time) {
    var connections = new ArrayList<HttpConnection>();
    try {
      List<Threads.Step> steps = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int client = i;
        var connection = new HttpConnection(port);
        connections.add(connection);
        steps.add(random -> connection.send(asking.next(client, random), expected));
      }
      double perSecond = Threads.perSecond(steps, time);
      for (HttpConnection connection : connections) {
        connection.close();
      }
      return perSecond;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
