package org.toguna.ingest.lexicon;

import java.util.ArrayList;
import java.util.List;

/** The regular plurals of a noun, generous: a form too many is never met, one too few is missed. */
final class Plurals {

  private Plurals() {}

  static List<String> of(String noun, String language) {
    return language.equals("fr") ? french(noun) : english(noun);
  }

  private static List<String> english(String noun) {
    if (noun.endsWith("man")) {
      return List.of(noun.substring(0, noun.length() - 3) + "men");
    }
    return switch (noun) {
      case "person" -> List.of("persons", "people");
      case "child" -> List.of("children");
      case "wife" -> List.of("wives");
      case "police", "military" -> List.of();
      default -> {
        if (noun.matches(".*[^aeiou]y")) {
          yield List.of(noun.substring(0, noun.length() - 1) + "ies");
        }
        yield List.of(noun + (noun.matches(".*(s|ch|sh|x)") ? "es" : "s"));
      }
    };
  }

  /** The head comes first in French, but adjectives agree with it. */
  private static List<String> french(String noun) {
    var words = noun.split("[ -]");
    var head = new ArrayList<>(List.of(words));
    head.set(0, plural(words[0]));
    var all = new ArrayList<String>();
    for (var word : words) {
      all.add(plural(word));
    }
    return List.of(String.join(" ", head), String.join(" ", all));
  }

  private static String plural(String word) {
    if (word.matches(".*[sxz]")) {
      return word;
    }
    return word.endsWith("eau") || word.endsWith("eu") ? word + "x" : word + "s";
  }
}
