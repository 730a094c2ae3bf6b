package org.toguna.local.origin;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.toguna.parts.JavaProgram;
import org.toguna.parts.QuietLogging;
import org.toguna.parts.issuer.Discovery;
import org.toguna.parts.issuer.SigningKey;

/** The origin's own process. */
public final class Origin extends AbstractVerticle {

  /** Answers as soon as the origin does, whatever the services behind it do. */
  public static final String ALIVE = "/issuer" + Discovery.KEYS_PATH;

  private static final int IDLE_SECONDS = 120;

  private final Settings settings;
  private final LandingPage landing = new LandingPage();

  Origin(Settings settings) {
    this.settings = settings;
  }

  /** What the origin needs to know; of the issuer's key only the public half. */
  public static Map<String, String> environment(
      int port, int cases, int actors, int ingest, SigningKey issuer) {
    return Map.of(
        "TOGUNA_ORIGIN_PORT", "" + port,
        "TOGUNA_CASES_PORT", "" + cases,
        "TOGUNA_ACTORS_PORT", "" + actors,
        "TOGUNA_INGEST_PORT", "" + ingest,
        "TOGUNA_ISSUER_KEYS", issuer.jwks(),
        "CLASSPATH", JavaProgram.classPath());
  }

  public static void main(String[] arguments) {
    QuietLogging.start();
    JavaProgram.endWithParent();
    var settings = Settings.of(System.getenv());
    Vertx.vertx()
        .deployVerticle(() -> new Origin(settings), new DeploymentOptions().setInstances(2))
        .onFailure(
            failure -> {
              System.err.println("The origin could not start: " + failure.getMessage());
              System.exit(1);
            });
  }

  @Override
  public void start(Promise<Void> started) {
    var routes = new Routes(vertx, settings);
    var connections = new OpenConnections(vertx);
    var options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setHttp2ClearTextEnabled(false)
            .setMaxInitialLineLength(8 << 10)
            .setMaxHeaderSize(16 << 10);
    vertx
        .createHttpServer(options)
        .connectionHandler(connections::opened)
        .requestHandler(
            request -> {
              connections.said(request);
              answer(request, routes);
            })
        .invalidRequestHandler(Problem::ofUnreadable)
        .listen(settings.port(), "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void answer(HttpServerRequest request, Routes routes) {
    var path = request.path() == null ? "" : request.path();
    switch (path) {
      case "/" -> landing.show(request);
      case "/favicon.ico" -> request.response().setStatusCode(204).end();
      case "/issuer" + Discovery.PATH -> json(request, Discovery.document(settings.issuer()));
      case "/issuer" + Discovery.KEYS_PATH -> json(request, settings.issuerKeys());
      default -> routes.pass(request, path);
    }
  }

  private static void json(HttpServerRequest request, String body) {
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "public, max-age=300")
        .end(body);
  }
}
