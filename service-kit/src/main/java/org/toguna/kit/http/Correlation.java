package org.toguna.kit.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** One id that a request, its answer, its log lines and its events have in common. */
@Singleton
public class Correlation {

  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "requestId";

  // Whatever is echoed and logged must not be able to break a line.
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final Pattern TRACE =
      Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  /** The id of the request at hand; a new one where there is no request. */
  public static String current() {
    return MDC.get(KEY) instanceof String id ? id : fresh();
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(Correlation::tag);
  }

  private static void tag(RoutingContext context) {
    var id = idOf(context.request());
    context.put(KEY, id);
    context.response().putHeader(HEADER, id);
    context.next();
  }

  static String idOf(HttpServerRequest request) {
    return idOf(request.getHeader(HEADER), request.getHeader("traceparent"));
  }

  static String idOf(@Nullable String requestId, @Nullable String traceParent) {
    if (requestId != null && SAFE.matcher(requestId).matches()) {
      return requestId;
    }
    if (traceParent != null) {
      var trace = TRACE.matcher(traceParent);
      if (trace.matches()) {
        return trace.group(1);
      }
    }
    return fresh();
  }

  /** Only has to be new: nobody is kept out by not guessing it, and guessing-proof costs more. */
  private static String fresh() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  @ServerRequestFilter(priority = 1000)
  void remember(RoutingContext context) {
    MDC.put(KEY, context.<String>get(KEY));
  }
}
