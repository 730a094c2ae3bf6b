package org.toguna.local.origin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of one event loop: how many there may be of an address, and how long one may take
 * to say what it wants. Whoever sends half a request holds nothing but its own socket, and not for
 * long.
 */
final class OpenConnections {
  private static final int MOST = 1_000;
  private static final int OF_ADDRESS = 600;

  /** From the first byte that could be sent to the end of the headers. */
  private static final long TO_SAY_MILLIS = 10_000;

  /** Between two requests. */
  private static final long TO_COME_BACK_MILLIS = 75_000;

  /** What all event loops have open together, by address; all of them under an empty one. */
  private static final Map<String, Integer> OPEN = new ConcurrentHashMap<>();

  private final Vertx vertx;
  private final Map<HttpConnection, Long> deadlines = new HashMap<>();

  OpenConnections(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Closed at once if there are too many: whatever it would be told, it could read too slowly. */
  void opened(HttpConnection connection) {
    String address =
        connection.remoteAddress() == null ? "?" : connection.remoteAddress().hostAddress();
    int all = OPEN.merge("", 1, Integer::sum);
    int ofAddress = OPEN.merge("address " + address, 1, Integer::sum);
    connection.closeHandler(
        any -> {
          stop(connection);
          OPEN.merge("", -1, Integer::sum);
          OPEN.computeIfPresent("address " + address, (key, n) -> n > 1 ? n - 1 : null);
        });
    if (all > MOST || ofAddress > OF_ADDRESS) {
      connection.close();
    } else {
      start(connection, TO_SAY_MILLIS);
    }
  }

  /** Whose headers are here; its connection may say the next thing once this one is answered. */
  void said(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    stop(connection);
    request.response().endHandler(any -> start(connection, TO_COME_BACK_MILLIS));
  }

  private void start(HttpConnection connection, long millis) {
    stop(connection);
    deadlines.put(connection, vertx.setTimer(millis, any -> connection.close()));
  }

  private void stop(HttpConnection connection) {
    Long deadline = deadlines.remove(connection);
    if (deadline != null) {
      vertx.cancelTimer(deadline);
    }
  }
}
