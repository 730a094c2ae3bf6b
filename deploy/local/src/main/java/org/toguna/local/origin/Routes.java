package org.toguna.local.origin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;

/** Which service answers which path, and what is said in its place when it does not. */
final class Routes {

  static final long LARGEST_BODY = 12L << 20;

  private static final int CONNECTIONS = 64;
  private static final int WAITING = 1_000;
  private static final int SILENCE_SECONDS = 120;

  private final Map<String, HttpProxy> byFirstSegment = new HashMap<>();

  Routes(Vertx vertx, Settings settings) {
    var client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setIdleTimeout(SILENCE_SECONDS)
                .setKeepAliveTimeout(30)
                .setMaxWaitQueueSize(WAITING),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    byFirstSegment.put("cases", proxy(client, settings.cases()));
    byFirstSegment.put("problems", proxy(client, settings.cases()));
    byFirstSegment.put("actors", proxy(client, settings.actors()));
    byFirstSegment.put("ingest", proxy(client, settings.ingest()));
    byFirstSegment.put("review", proxy(client, settings.ingest()));
  }

  void pass(HttpServerRequest request, String path) {
    var proxy = byFirstSegment.get(path.substring(1).replaceFirst("/.*", ""));
    if (proxy == null || path.endsWith("/q/metrics")) {
      Problem.NOT_FOUND.answer(request); // metrics are for whoever reaches the services themselves
    } else if (announcedLength(request) > LARGEST_BODY) {
      Problem.BODY_TOO_LARGE.answer(request);
    } else {
      proxy.handle(request);
    }
  }

  private static long announcedLength(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static HttpProxy proxy(HttpClient client, int port) {
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(port, "127.0.0.1")
        .addInterceptor(new Passage());
  }

  /**
   * Says where a request came from, whatever it says itself, and stands in for an absent service.
   */
  private static final class Passage implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      var request = context.request();
      var original = request.proxiedRequest();
      request.headers().remove("Forwarded");
      request.putHeader("X-Forwarded-For", original.remoteAddress().hostAddress());
      request.putHeader("X-Forwarded-Proto", original.scheme());
      if (original.authority() != null) {
        request.putHeader("X-Forwarded-Host", original.authority().toString());
      }
      return context
          .sendRequest()
          .recover(failure -> Future.succeededFuture(standIn(context, failure)));
    }

    /** An answer that has no body ends with its headers; said in chunks, it would never end. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      var response = context.response();
      int status = response.getStatusCode();
      boolean head = context.request().getMethod() == HttpMethod.HEAD;
      if (status == 204 || status == 304 || head && !response.headers().contains("Content-Length")) {
        response.headers().remove("Transfer-Encoding");
        response.setBody(null);
      }
      return context.sendResponse();
    }

    private static ProxyResponse standIn(ProxyContext context, Throwable failure) {
      var original = context.request().proxiedRequest();
      var problem =
          failure instanceof ConnectException
              ? Problem.AWAY
              : String.valueOf(failure).contains("Timeout") ? Problem.TOO_SLOW : Problem.BROKEN_OFF;
      var response =
          context
              .request()
              .response()
              .setStatusCode(problem.status())
              .putHeader("Content-Type", Problem.MEDIA_TYPE)
              .setBody(Body.body(problem.body(original.path(), Language.isFrench(original))));
      if (problem.passes()) {
        response.putHeader("Retry-After", "2");
      }
      return response;
    }
  }
}
