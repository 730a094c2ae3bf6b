package org.toguna.ingest.review;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sends whoever leaves the last slash out to the page. */
@ApplicationScoped
class ReviewPage {
  void route(@Observes Router router) {
    router
        .routeWithRegex("/review")
        .handler(
            request ->
                request.response().setStatusCode(308).putHeader("Location", "/review/").end());
  }
}
