package org.toguna.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.problems.Nearest;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.problems.RequestShape;
import org.toguna.kit.values.Flaw;

/**
 * Refuses parameters that nobody would read, and those left empty, as by a script whose variable
 * was never set: a filter ignored in silence shows too much. So does an address that lost its last
 * segment: it would name all records where one was meant.
 */
class KnownParameters {

  @ServerRequestFilter(priority = 1300)
  void check(ContainerRequestContext request, ResourceInfo resource) {
    if (request.getUriInfo().getPath().endsWith("/")) {
      throw Refusal.notFound();
    }
    var given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    var known = RequestShape.queryParameters(resource.getResourceMethod());
    given.forEach(
        (name, values) -> {
          var parameter = known.get(name);
          if (parameter == null) {
            throw unknown(name, known.keySet());
          }
          if (values.stream().anyMatch(String::isBlank)) {
            throw new Refusal(
                ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail.empty", name));
          }
          values.forEach(
              value ->
                  parameter
                      .flaw(name, value)
                      .ifPresent(
                          flaw -> {
                            throw new Refusal(
                                ProblemType.BAD_PARAMETER, detail(name, flaw), List.of(flaw));
                          }));
          if (values.size() > 1 && !parameter.repeatable()) {
            throw new Refusal(
                ProblemType.BAD_PARAMETER, Phrase.of("bad-parameter.detail.twice", name));
          }
        });
  }

  private static Phrase detail(String name, Flaw flaw) {
    return flaw.code().equals("unknown-code")
        ? Phrase.of("verbatim", "Parameter " + name + ": " + flaw.detail())
        : Phrase.of("bad-parameter.detail.named", name);
  }

  private static Refusal unknown(String name, java.util.Set<String> known) {
    var shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
    var detail =
        Nearest.to(shown, known)
            .map(near -> Phrase.of("unknown-parameter.detail.near", shown, near))
            .orElse(Phrase.of("unknown-parameter.detail", shown));
    return new Refusal(
        ProblemType.UNKNOWN_PARAMETER,
        detail,
        List.of(new Flaw(shown, "unknown-parameter", detail.in(Locale.ENGLISH))));
  }
}
