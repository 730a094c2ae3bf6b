package org.toguna.kit.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What browsers are told with every answer (OWASP's REST Security list): answers are data, which
 * nobody frames, guesses the type of, or lets a foreign script read. One route for all of them,
 * because every request walks through every route.
 */
@Singleton
class SecurityHeaders {
  private static final CharSequence DATA =
      HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence SNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence FRAME = HttpHeaders.createOptimized("X-Frame-Options");
  private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
  private static final CharSequence RESOURCES =
      HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
  private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
  private static final CharSequence TRANSPORT =
      HttpHeaders.createOptimized("Strict-Transport-Security");
  private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

  private final String data;
  private final String pages;
  private final CharSequence pagePolicy;
  private final CharSequence origin;

  /**
   * @param page where the service's own pages are, if it has any, and what those may load
   */
  SecurityHeaders(
      @ConfigProperty(name = "toguna.service") String service,
      @ConfigProperty(name = "toguna.page.path") Optional<String> page,
      @ConfigProperty(name = "toguna.page.content-security-policy") Optional<String> pagePolicy,
      @ConfigProperty(name = "toguna.origin") String origin) {
    this.data = "/" + service + "/v1/";
    this.pages = page.orElse(data);
    this.pagePolicy = pagePolicy.<CharSequence>map(HttpHeaders::createOptimized).orElse(DATA);
    this.origin = HttpHeaders.createOptimized(origin);
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::tell);
  }

  private void tell(RoutingContext context) {
    var headers = context.response().headers();
    headers
        .set(SNIFF, NO_SNIFF)
        .set(REFERRER, NO_REFERRER)
        .set(FRAME, DENY)
        .set(RESOURCES, SAME_ORIGIN)
        .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .set(TRANSPORT, A_YEAR);
    String path = context.request().path();
    if (path.startsWith(data)) {
      headers.set(POLICY, DATA);
    } else if (path.startsWith(pages)) {
      headers.set(POLICY, pagePolicy);
    }
    context.next();
  }
}
