package org.toguna.local.origin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for bodies before a service is asked: a connection to it is never held by a client that has
 * not said all. What is too large to be kept in memory goes another way, which only others like it
 * share.
 */
final class WholeBodies {
  /** Nearly all that is written is smaller. */
  static final long KEPT = 16 << 10;

  private static final long WHOLE_MILLIS = 10_000;
  private static final long UPLOAD_MILLIS = 60_000;

  private final Vertx vertx;

  WholeBodies(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Whether there is no body, or one that is small by its own word. */
  static boolean isSmall(HttpServerRequest request) {
    return request.getHeader("Transfer-Encoding") == null && length(request) <= KEPT;
  }

  static long length(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * Hands a request on once it is whole.
   *
   * @param onward with the body; null where it is still to be read, or there is none
   */
  void pass(HttpServerRequest request, BiConsumer<HttpServerRequest, @Nullable Buffer> onward) {
    boolean small = isSmall(request);
    if (small && length(request) == 0) {
      onward.accept(request, null);
      return;
    }
    long deadline =
        vertx.setTimer(
            small ? WHOLE_MILLIS : UPLOAD_MILLIS,
            any -> {
              Problem.TOO_SLOW_TO_ASK.answer(request);
              request.connection().close();
            });
    request.exceptionHandler(any -> vertx.cancelTimer(deadline));
    if (small) {
      request
          .body()
          .onComplete(any -> vertx.cancelTimer(deadline))
          .onSuccess(body -> onward.accept(request, body));
    } else {
      request.response().closeHandler(any -> vertx.cancelTimer(deadline));
      request.response().bodyEndHandler(any -> vertx.cancelTimer(deadline));
      onward.accept(request, null);
    }
  }
}
