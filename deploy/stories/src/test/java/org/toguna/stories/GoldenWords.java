package org.toguna.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Words and numbers as one compares them: without accents, endings and what says nothing. */
final class GoldenWords {
  private static final Set<String> FILLERS =
      Set.of("the", "them", "for", "in", "a", "to", "at", "of", "kept", "keep", "follow");

  private GoldenWords() {}

  static int number(JsonNode number) {
    return number.path("best").asInt(-1);
  }

  static String words(JsonNode node) {
    return node.isTextual()
        ? node.asText().toLowerCase(Locale.ROOT)
        : node.toString().toLowerCase(Locale.ROOT);
  }

  /** Words that say something, in order of the alphabet. */
  static String plain(String text) {
    var bare =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    var left = new TreeSet<String>();
    for (var word : bare.split("[^a-z0-9$]+")) {
      if (!FILLERS.contains(word)) {
        left.add(word);
      }
    }
    return String.join(" ", left);
  }

  /** How many words both say. */
  static long shared(String one, String other) {
    var words = Set.of(plain(other).split(" "));
    return Set.of(plain(one).split(" ")).stream().filter(words::contains).count();
  }
}
