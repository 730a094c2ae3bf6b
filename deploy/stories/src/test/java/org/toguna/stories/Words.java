package org.toguna.stories;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Words that occur nowhere but where they were planted: whoever meets one has seen a secret. */
final class Words {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final List<String> planted = new ArrayList<>();

  String fresh() {
    var bytes = new byte[6];
    RANDOM.nextBytes(bytes);
    var word = "zq" + HexFormat.of().formatHex(bytes) + "xw";
    planted.add(word);
    return word;
  }

  /** Something else that must not be met, such as an id. */
  String also(String secret) {
    planted.add(secret);
    return secret;
  }

  List<String> planted() {
    return List.copyOf(planted);
  }

  /** Those of the words that occur in a text. */
  List<String> in(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return planted.stream().filter(word -> lower.contains(word.toLowerCase(Locale.ROOT))).toList();
  }
}
