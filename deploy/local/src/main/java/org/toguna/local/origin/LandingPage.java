package org.toguna.local.origin;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The first page, in English and French: where the review page, the documentation and the health
 * are.
 */
final class LandingPage {

  private final String english = read("landing.en.html");
  private final String french = read("landing.fr.html");

  void show(HttpServerRequest request) {
    request
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Vary", "Accept-Language")
        .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .end(wantsFrench(request) ? french : english);
  }

  private static boolean wantsFrench(HttpServerRequest request) {
    var chosen = request.getParam("lang");
    return chosen == null ? Language.isFrench(request) : chosen.equals("fr");
  }

  private static String read(String name) {
    try (var in = LandingPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
