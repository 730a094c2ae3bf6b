package org.toguna.kit.problems;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The closed list of what this API can answer instead of what was asked for. */
public enum ProblemType {
  NOT_SIGNED_IN(401),
  NOT_ALLOWED(403),
  ORGANISATION_SUSPENDED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  UNSUPPORTED_MEDIA_TYPE(415),
  REQUEST_TIMEOUT(408),
  BODY_TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  HEADERS_TOO_LARGE(431),
  MALFORMED_REQUEST(400),
  MALFORMED_JSON(400),
  UNKNOWN_MEMBER(400),
  UNKNOWN_PARAMETER(400),
  BAD_PARAMETER(400),
  BAD_CURSOR(400),
  BAD_POSITION(400),
  INVALID(422),
  PRECONDITION_REQUIRED(428),
  STALE_VERSION(412),
  KEY_REUSED(422),
  STILL_RUNNING(409, 1),
  ALREADY_ACCEPTED(409),
  CONFLICT(409),
  GONE(410),
  TOO_MANY_REQUESTS(429, 1),
  TOO_MANY_STREAMS(429, 30),
  TOO_MANY_CONNECTIONS(429, 1),
  INTERNAL(500),
  NOT_HERE_YET(503, 1),
  SIBLING_UNAVAILABLE(503, 5),
  DATABASE_UNAVAILABLE(503, 5),
  OUTCOME_UNKNOWN(503, 5),
  OVERLOADED(503, 2),
  STORAGE_FULL(507, 60);

  private final int status;
  private final Optional<Duration> retryAfter;

  ProblemType(int status) {
    this.status = status;
    this.retryAfter = Optional.empty();
  }

  ProblemType(int status, int retryAfterSeconds) {
    this.status = status;
    this.retryAfter = Optional.of(Duration.ofSeconds(retryAfterSeconds));
  }

  public int status() {
    return status;
  }

  /** How long to wait before the same request may succeed; empty where waiting does not help. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Resolves, on the origin, to the page that names the remedy. */
  public URI uri() {
    return URI.create("/problems/" + slug());
  }

  public String title(Locale language) {
    return Phrase.of(slug() + ".title").in(language);
  }

  public String remedy(Locale language) {
    return Phrase.of(slug() + ".remedy").in(language);
  }

  public static Optional<ProblemType> ofSlug(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The type that says best what a bare status of the framework means. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> REQUEST_TIMEOUT;
      case 409 -> CONFLICT;
      case 410 -> GONE;
      case 412 -> STALE_VERSION;
      case 413 -> BODY_TOO_LARGE;
      case 414 -> ADDRESS_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 422 -> INVALID;
      case 428 -> PRECONDITION_REQUIRED;
      case 429 -> TOO_MANY_REQUESTS;
      case 431 -> HEADERS_TOO_LARGE;
      case 503, 504 -> OVERLOADED;
      case 507 -> STORAGE_FULL;
      default -> status >= 500 ? INTERNAL : MALFORMED_REQUEST;
    };
  }
}
