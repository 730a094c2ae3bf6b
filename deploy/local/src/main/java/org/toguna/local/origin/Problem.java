package org.toguna.local.origin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** The problems that arise before a service has the request; their pages are the services'. */
enum Problem {
  NOT_FOUND(404, "not-found", "Not found", "Introuvable"),
  BODY_TOO_LARGE(413, "body-too-large", "Body too large", "Corps trop volumineux"),
  ADDRESS_TOO_LONG(414, "address-too-long", "Address too long", "Adresse trop longue"),
  HEADERS_TOO_LARGE(431, "headers-too-large", "Headers too large", "En-têtes trop volumineux"),
  MALFORMED(400, "malformed-request", "Malformed request", "Requête mal formée"),
  TOO_SLOW_TO_ASK(408, "request-timeout", "Request timeout", "Requête trop lente"),
  BROKEN_OFF(502, "sibling-unavailable", "Service unavailable", "Service indisponible"),
  AWAY(503, "sibling-unavailable", "Service unavailable", "Service indisponible"),
  TOO_SLOW(504, "sibling-unavailable", "Service unavailable", "Service indisponible");

  static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final String slug;
  private final String english;
  private final String french;

  Problem(int status, String slug, String english, String french) {
    this.status = status;
    this.slug = slug;
    this.english = english;
    this.french = french;
  }

  int status() {
    return status;
  }

  /** A client may try again soon: the supervisor is bringing the service back. */
  boolean passes() {
    return this == AWAY;
  }

  Buffer body(String path, boolean inFrench) {
    return new JsonObject()
        .put("type", "/problems/" + slug)
        .put("title", inFrench ? french : english)
        .put("status", status)
        .put("detail", detail(inFrench))
        .put("instance", path)
        .toBuffer();
  }

  void answer(HttpServerRequest request) {
    answer(request.response(), body(request.path(), Language.isFrench(request)));
  }

  /** What the HTTP decoder refused has no path or headers to be trusted. */
  static void ofUnreadable(HttpServerRequest request) {
    var problem =
        switch (String.valueOf(request.decoderResult().cause())) {
          case String cause when cause.contains("TooLongHttpLine") -> ADDRESS_TOO_LONG;
          case String cause when cause.contains("TooLongHttpHeader") -> HEADERS_TOO_LARGE;
          default -> MALFORMED;
        };
    problem.answer(request.response(), problem.body("/", false));
    request.connection().close();
  }

  private void answer(HttpServerResponse response, Buffer body) {
    if (!response.ended()) {
      response
          .setStatusCode(status)
          .putHeader("Content-Type", MEDIA_TYPE)
          .putHeader("Connection", "close")
          .end(body);
    }
  }

  private String detail(boolean inFrench) {
    return switch (this) {
      case NOT_FOUND -> inFrench ? "Il n'y a rien à cette adresse." : "There is nothing here.";
      case BODY_TOO_LARGE ->
          inFrench
              ? "Le corps dépasse %d Mo.".formatted(Routes.LARGEST_BODY >> 20)
              : "The body is larger than %d MB.".formatted(Routes.LARGEST_BODY >> 20);
      case ADDRESS_TOO_LONG, HEADERS_TOO_LARGE, MALFORMED ->
          inFrench ? "La requête n'est pas lisible." : "The request cannot be read.";
      case TOO_SLOW_TO_ASK ->
          inFrench
              ? "La requête n'est pas arrivée entière à temps."
              : "The request did not arrive whole in time.";
      case BROKEN_OFF ->
          inFrench
              ? "Le service s'est interrompu avant de répondre. Renvoyez une écriture avec la même Idempotency-Key."
              : "The service broke off before it answered. Send a write again with the same Idempotency-Key.";
      case AWAY -> inFrench ? "Le service redémarre." : "The service is being brought back.";
      case TOO_SLOW ->
          inFrench ? "Le service n'a pas répondu à temps." : "The service did not answer in time.";
    };
  }
}
