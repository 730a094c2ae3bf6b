package org.toguna.kit.problems;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers what fails before Quarkus REST has seen it: bad tokens, unknown paths, large bodies. */
@Singleton
class RouterProblems {

  private static final Set<Integer> STATUSES =
      Set.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503);

  private final ProblemAnswers answers;
  private final long largestBody;

  RouterProblems(
      ProblemAnswers answers,
      @ConfigProperty(name = "toguna.largest-body") MemorySize largestBody) {
    this.answers = answers;
    this.largestBody = largestBody.asLongValue();
  }

  void register(@Observes Router router) {
    // The first failure handler of all, so that none of Quarkus' own HTML pages comes before it.
    router
        .route()
        .order(Integer.MIN_VALUE)
        .handler(this::refuseLargeBody)
        .failureHandler(this::fail);
    STATUSES.forEach(status -> router.errorHandler(status, this::fail));
  }

  /** Quarkus would do the same a moment later, but with an empty answer. */
  private void refuseLargeBody(RoutingContext context) {
    if (announcedBody(context) > largestBody) {
      context.response().putHeader("Connection", "close");
      context.fail(413);
    } else {
      context.next();
    }
  }

  private static long announcedBody(RoutingContext context) {
    var length = context.request().getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void fail(RoutingContext context) {
    var response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // Half an answer must not look like a whole one.
      context.request().connection().close();
      return;
    }
    var refusal =
        context.failure() == null || context.statusCode() >= 400 && context.statusCode() != 500
            ? Diagnosis.plain(ProblemType.ofStatus(context.statusCode()))
            : null;
    var path = context.normalizedPath();
    var language = context.request().getHeader("Accept-Language");
    var answer =
        refusal == null
            ? answers.to(context.failure(), path, language)
            : answers.to(refusal, path, language);
    answer.headers().forEach(response::putHeader);
    response.setStatusCode(answer.status()).end(answer.body());
  }
}
