package org.toguna.local.origin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import java.util.IdentityHashMap;
import java.util.Map;

/** Which service answers which path, and what is said in its place when it does not. */
final class Routes {

  static final long LARGEST_BODY = 12L << 20;

  private static final int CONNECTIONS = 128;
  private static final int UPLOADS = 32;

  /** Streams last, and must not take the place of what is asked and answered. */
  private static final int STREAMS = 500;

  private static final String LENGTH = "Content-Length";
  private static final String STREAM = "/v1/changes/stream";
  private static final int WAITING = 1_000;
  private static final int SILENCE_SECONDS = 120;

  private final Map<String, Ways> byFirstSegment = new HashMap<>();
  private final WholeBodies bodies;

  /** Bodies that were read already, for the moment in which their requests are handed on. */
  private final Map<HttpServerRequest, Buffer> kept = new IdentityHashMap<>();

  /** The ways to one service, with connections of their own. */
  private record Ways(HttpProxy requests, HttpProxy uploads, HttpProxy streams) {
    HttpProxy of(HttpServerRequest request, String path) {
      return path.endsWith(STREAM) ? streams : WholeBodies.isSmall(request) ? requests : uploads;
    }
  }

  Routes(Vertx vertx, Settings settings) {
    bodies = new WholeBodies(vertx);
    var requests = client(vertx, CONNECTIONS);
    var uploads = client(vertx, UPLOADS);
    var streams = client(vertx, STREAMS);
    Map.of(
            "cases", settings.cases(),
            "problems", settings.cases(),
            "actors", settings.actors(),
            "ingest", settings.ingest(),
            "review", settings.ingest())
        .forEach(
            (segment, port) ->
                byFirstSegment.put(
                    segment,
                    new Ways(proxy(requests, port), proxy(uploads, port), proxy(streams, port))));
  }

  private static HttpClient client(Vertx vertx, int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setConnectTimeout(2_000)
            .setIdleTimeout(SILENCE_SECONDS)
            .setKeepAliveTimeout(30)
            .setMaxWaitQueueSize(WAITING),
        new PoolOptions().setHttp1MaxSize(connections));
  }

  void pass(HttpServerRequest request, String path) {
    var proxy =
        PassedOn.isListed(path) && request.uri().startsWith("/")
            ? byFirstSegment.get(path.substring(1).replaceFirst("/.*", ""))
            : null;
    if (proxy == null) {
      Problem.NOT_FOUND.answer(request);
    } else if (WholeBodies.length(request) > LARGEST_BODY) {
      Problem.BODY_TOO_LARGE.answer(request);
    } else {
      bodies.pass(
          request,
          (whole, body) -> {
            if (body != null) {
              kept.put(whole, body);
            }
            proxy.of(whole, path).handle(whole);
            kept.remove(whole);
          });
    }
  }

  private HttpProxy proxy(HttpClient client, int port) {
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(port, "127.0.0.1")
        .addInterceptor(new Passage());
  }

  /**
   * Says where a request came from, whatever it says itself, and stands in for an absent service.
   */
  private final class Passage implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      var request = context.request();
      var original = request.proxiedRequest();
      Buffer body = kept.remove(original);
      if (body != null) {
        request.setBody(Body.body(body));
      }
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
      if (status == 204 || status == 304 || head && !response.headers().contains(LENGTH)) {
        response.headers().remove("Transfer-Encoding");
        response.setBody(null);
      }
      return context.sendResponse();
    }

    private ProxyResponse standIn(ProxyContext context, Throwable failure) {
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
