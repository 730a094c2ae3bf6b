package org.toguna.kit.problems;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.netty.handler.codec.TooLongFrameException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Finds behind any exception the one problem of the closed list that it amounts to. */
final class Diagnosis {

  private Diagnosis() {}

  static Refusal of(Throwable thrown) {
    if (thrown instanceof JacksonException json && !(json instanceof InvalidDefinitionException)) {
      return JsonRefusals.of(json);
    }
    // What reads a body wraps once; JSON further down is our own, and its failure is our fault.
    if (thrown instanceof WebApplicationException web
        && !(web instanceof ClientWebApplicationException)
        && web.getCause() instanceof JacksonException json
        && !(json instanceof InvalidDefinitionException)) {
      return JsonRefusals.of(json);
    }
    if (thrown instanceof CharConversionException) {
      return new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.encoding"));
    }
    if (thrown instanceof AuthenticationException && issuerIsAway(thrown)) {
      return plain(ProblemType.SIBLING_UNAVAILABLE);
    }
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      var refusal = ofOne(cause);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    return plain(ProblemType.INTERNAL);
  }

  /** Keys that cannot be fetched say nothing of the token: its bearer may try again with it. */
  private static boolean issuerIsAway(Throwable thrown) {
    for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof OIDCException || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Refusal> ofOne(Throwable thrown) {
    return switch (thrown) {
      case Refusal refusal -> Optional.of(refusal);
      case AuthenticationException any ->
          Optional.of(
              new Refusal(
                  ProblemType.NOT_SIGNED_IN, Phrase.of("not-signed-in.detail.token-refused")));
      case UnauthorizedException any -> found(ProblemType.NOT_SIGNED_IN);
      case ForbiddenException any -> found(ProblemType.NOT_ALLOWED);
      case ClientWebApplicationException any -> found(ProblemType.SIBLING_UNAVAILABLE);
      case NotFoundException web when web.getCause() instanceof IllegalArgumentException ->
          found(ProblemType.NOT_FOUND);
      case WebApplicationException web ->
          found(ProblemType.ofStatus(web.getResponse().getStatus()));
      case HttpException http -> found(ProblemType.ofStatus(http.getStatusCode()));
      case TooLongFrameException any -> found(ProblemType.HEADERS_TOO_LARGE);
      case OIDCException any -> found(ProblemType.SIBLING_UNAVAILABLE);
      case ProcessingException any -> found(ProblemType.SIBLING_UNAVAILABLE);
      case CircuitBreakerOpenException any -> found(ProblemType.SIBLING_UNAVAILABLE);
      case TimeoutException any -> found(ProblemType.OVERLOADED);
      case BulkheadException any -> found(ProblemType.OVERLOADED);
      case RejectedExecutionException any -> found(ProblemType.OVERLOADED);
      case OptimisticLockException any -> found(ProblemType.STALE_VERSION);
      case StaleStateException any -> found(ProblemType.STALE_VERSION);
      case SQLException sql when "57014".equals(sql.getSQLState()) ->
          Optional.of(new Refusal(ProblemType.OVERLOADED, Phrase.of("overloaded.detail.too-long")));
      case SQLException sql -> ofState(sql).map(Diagnosis::plain);
      case IOException io when String.valueOf(io.getMessage()).contains("No space left") ->
          found(ProblemType.STORAGE_FULL);
      default -> Optional.empty();
    };
  }

  private static Optional<ProblemType> ofState(SQLException e) {
    var state = e.getSQLState();
    if (state == null || state.length() < 5) {
      // Agroal says only in words that the pool had no connection in time.
      return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout")
          ? Optional.of(ProblemType.DATABASE_UNAVAILABLE)
          : Optional.empty();
    }
    return switch (state) {
      case "53100" -> Optional.of(ProblemType.STORAGE_FULL);
      case "55P03", "40001", "40P01" -> Optional.of(ProblemType.OVERLOADED);
      case "57P01", "57P02", "57P03", "25006" -> Optional.of(ProblemType.DATABASE_UNAVAILABLE);
      case "23505" -> Optional.of(ProblemType.CONFLICT);
      default ->
          switch (state.substring(0, 2)) {
            case "08", "53" -> Optional.of(ProblemType.DATABASE_UNAVAILABLE);
            // A value that no column can hold, such as a text with a null character in it.
            case "22" -> Optional.of(ProblemType.INVALID);
            default -> Optional.empty();
          };
    };
  }

  private static Optional<Refusal> found(ProblemType type) {
    return Optional.of(plain(type));
  }

  static Refusal plain(ProblemType type) {
    return switch (type) {
      case MALFORMED_JSON -> new Refusal(type, Phrase.of("malformed-json.detail.empty"));
      case UNKNOWN_MEMBER, UNKNOWN_PARAMETER -> new Refusal(type, Phrase.of("invalid.detail"));
      default -> new Refusal(type, Phrase.of(type.slug() + ".detail"));
    };
  }
}
