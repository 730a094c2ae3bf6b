package org.toguna.kit.problems;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages this API speaks, and which of them a request asks for. */
public final class Languages {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

  private Languages() {}

  /** English where the header is absent, unreadable or asks for neither. */
  public static Locale preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
      return Locale.ENGLISH;
    }
    try {
      var wish = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return wish == null ? Locale.ENGLISH : wish;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
