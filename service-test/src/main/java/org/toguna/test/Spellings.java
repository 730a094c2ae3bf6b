package org.toguna.test;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Other spellings of a name that mean the same: random letters are exchanged for their equals. */
public final class Spellings {
  /** Each set is of one letter, as it is written here and there. */
  private static final List<String> LETTERS =
      List.of(
          "اأإآٱ",
          "يىی",
          "هة",
          "كک",
          "'’‘ʼʾʿ`´",
          " \u00A0\u202F\u2009\u3000",
          "-‐‑",
          "eɛéèêë",
          "oɔóôö",
          "nŋɲñ",
          "bɓ",
          "dɗ",
          "yƴ",
          "0٠۰",
          "1١۱",
          "3٣۳");

  private static final String INVISIBLE = "\u200B\u200C\u200D\u200E\u200F\u00AD\uFEFF\u2060\u061C";
  private static final String HARAKAT = "\u064B\u064E\u064F\u0650\u0651\u0652\u0640\u0670";

  private static final List<UnaryOperator<String>> WHOLES =
      List.of(
          name -> Normalizer.normalize(name, Normalizer.Form.NFD),
          name -> Normalizer.normalize(name, Normalizer.Form.NFC),
          name -> name.toUpperCase(Locale.ROOT),
          name -> name.toLowerCase(Locale.ROOT),
          name -> name.replace("-", " "),
          name -> name.replace(" ", "-"),
          name -> name.replaceAll("['’‘ʼʾʿ`´]", ""),
          name -> name.replace("oe", "œ").replace("ae", "æ").replace("fi", "ﬁ"));

  private Spellings() {}

  /** One more spelling, as a seed has it. */
  public static String of(String name, Random random) {
    var spelling = new StringBuilder();
    for (char c : name.toCharArray()) {
      spelling.append(random.nextInt(3) == 0 ? equal(c, random) : c);
      if (random.nextInt(8) == 0) {
        spelling.append(INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
      }
      if (c >= 'ا' && c <= 'ي' && random.nextInt(4) == 0) {
        spelling.append(HARAKAT.charAt(random.nextInt(HARAKAT.length())));
      }
    }
    return WHOLES.get(random.nextInt(WHOLES.size())).apply(spelling.toString());
  }

  private static char equal(char c, Random random) {
    return LETTERS.stream()
        .filter(set -> set.indexOf(c) >= 0)
        .findFirst()
        .map(set -> set.charAt(random.nextInt(set.length())))
        .orElse(c);
  }
}
