package org.toguna.kit.problems;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The doors through which Quarkus REST hands over what was thrown while it served a request. */
class RefusalMappers {

  private final ProblemAnswers answers;

  RefusalMappers(ProblemAnswers answers) {
    this.answers = answers;
  }

  @ServerExceptionMapper
  Response refused(Refusal e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, HttpServerRequest request) {
    var given = e.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    var answer = answer(e, request);
    var allow = given.getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }

  // Quarkus maps this one itself; only the very same class comes before its mapper.
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response unreadable(JacksonException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, HttpServerRequest request) {
    return answer(Violations.refusal(e), request);
  }

  @ServerExceptionMapper
  Response invalid(ValidationException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationFailedException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response unauthenticated(AuthenticationCompletionException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response unauthenticated(UnauthorizedException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, HttpServerRequest request) {
    return answer(e, request);
  }

  @ServerExceptionMapper
  Response anything(Throwable e, HttpServerRequest request) {
    return answer(e, request);
  }

  private Response answer(Throwable thrown, HttpServerRequest request) {
    var answer = answers.to(thrown, request.path(), request.getHeader("Accept-Language"));
    var response = Response.status(answer.status()).entity(answer.body());
    answer.headers().forEach(response::header);
    return response.build();
  }
}
