package org.toguna.local.origin;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** English, unless the reader would rather have French. */
final class Language {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

  private Language() {}

  static boolean isFrench(HttpServerRequest request) {
    return isFrench(request.getHeader("Accept-Language"));
  }

  static boolean isFrench(@Nullable String wishes) {
    if (wishes == null) {
      return false;
    }
    try {
      return Locale.FRENCH.equals(Locale.lookup(Locale.LanguageRange.parse(wishes), SPOKEN));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
