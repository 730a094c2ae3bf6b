package org.toguna.cases.statistics;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers that are for their reader alone, and for this moment. */
final class Answers {
  private Answers() {}

  static <T> RestResponse<T> of(T statistics) {
    return RestResponse.ResponseBuilder.ok(statistics)
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
