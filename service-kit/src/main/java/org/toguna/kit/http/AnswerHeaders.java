package org.toguna.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps answers out of foreign caches, and spares a client what it has already read. */
class AnswerHeaders {

  @ServerResponseFilter
  void complete(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    if (!headers.containsKey("Cache-Control")) {
      headers.putSingle("Cache-Control", Caching.MARKED);
    }
    if (!headers.containsKey("Vary")) {
      headers.putSingle("Vary", "Accept, Accept-Language, Authorization");
    }
    if (response.getStatus() == 200
        && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
        && headers.getFirst("ETag") instanceof Object etag
        && ETags.alreadyRead(request.getHeaderString("If-None-Match"), etag.toString())) {
      response.setStatus(304);
      response.setEntity(null);
    }
  }
}
