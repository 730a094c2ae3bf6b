package org.toguna.kit.paging;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a page and, as RFC 8288 has it, with a link to the next. */
public final class Pages {

  private Pages() {}

  public static <T> RestResponse<Page<T>> answer(Page<T> page, UriInfo request) {
    var response = RestResponse.ResponseBuilder.ok(page);
    if (page.next() != null) {
      var query = request.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
      // Relative, since only the origin knows under which name it was reached.
      response.header(
          "Link", "<%s?%s>; rel=\"next\"".formatted(query.getRawPath(), query.getRawQuery()));
    }
    return response.build();
  }
}
