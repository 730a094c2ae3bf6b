package org.toguna.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.problems.RequestShape;

/** Refuses a body that is not there where one is read: nobody downstream looks for nothing. */
@Provider
class Bodies implements ReaderInterceptor {

  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");

  @ServerRequestFilter(priority = 1350)
  void mustBeThere(ContainerRequestContext request, ResourceInfo resource) {
    boolean empty =
        request.getHeaderString("Transfer-Encoding") == null
            && (request.getHeaderString("Content-Length") == null
                || request.getHeaderString("Content-Length").strip().equals("0"));
    if (empty
        && WRITES.contains(request.getMethod())
        && resource.getResourceMethod() != null
        && RequestShape.takesBody(resource.getResourceMethod())) {
      throw empty();
    }
  }

  /** Without a length it only shows once it is read; and {@code null} is JSON, too. */
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object read = context.proceed();
    if (read == null) {
      throw empty();
    }
    return read;
  }

  private static Refusal empty() {
    return new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.empty"));
  }
}
