package org.toguna.cases.gazetteer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A name as its provider spells it; the language only where the provider or the script tells it.
 */
@Schema(name = "PlaceName")
public record Name(
    @Schema(maxLength = 200) String name,
    @Schema(description = "BCP 47", maxLength = 35) @Nullable String language,
    Kind kind) {

  /** Whether a provider puts the name first. */
  public enum Kind {
    @JsonProperty("primary")
    PRIMARY,
    @JsonProperty("alternative")
    ALTERNATIVE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Name primary(String name) {
    return new Name(name, scriptOf(name), Kind.PRIMARY);
  }

  public static Name alternative(String name) {
    return new Name(name, scriptOf(name), Kind.ALTERNATIVE);
  }

  /** A name in another script is at least known to be in that script. */
  private static @Nullable String scriptOf(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .filter(script -> script != Character.UnicodeScript.LATIN)
        .findFirst()
        .map(Name::tag)
        .orElse(null);
  }

  private static @Nullable String tag(Character.UnicodeScript script) {
    return switch (script) {
      case ARABIC -> "und-Arab";
      case TIFINAGH -> "und-Tfng";
      case NKO -> "und-Nkoo";
      case CYRILLIC -> "und-Cyrl";
      default -> null;
    };
  }
}
