package org.toguna.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.toguna.kit.marking.Role;

/**
 * Admits operators alone to what a service tells of itself, such as its metrics; only what is meant
 * for everybody is not asked about. A path counts however it is spelt: what the router may take for
 * such an address, and more, needs an operator.
 */
@ApplicationScoped
class OperatorsDoor implements HttpSecurityPolicy {
  /** Below this segment lies what the framework answers, and no record. */
  private static final String OF_ITSELF = "q";

  private static final Set<String> FOR_EVERYBODY =
      Set.of("health", "openapi", "openapi.json", "openapi.yaml", "openapi.yml", "swagger-ui");

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    return isOpen(request.normalizedPath())
        ? CheckResult.permit()
        : identity.map(
            who -> who.hasRole(Role.OPERATOR.label()) ? CheckResult.PERMIT : CheckResult.DENY);
  }

  /** Whether a path, as the router reads it, leads to nothing that only operators may know. */
  static boolean isOpen(String normalizedPath) {
    List<String> segments =
        Arrays.stream(normalizedPath.split("/"))
            .map(segment -> segment.replaceFirst(";.*", "").toLowerCase(Locale.ROOT))
            .filter(segment -> !segment.isEmpty())
            .limit(3)
            .toList();
    // The service's own name may stand before it, and nothing else.
    int at = segments.indexOf(OF_ITSELF);
    return at < 0
        || at > 1
        || at + 1 < segments.size() && FOR_EVERYBODY.contains(segments.get(at + 1));
  }
}
