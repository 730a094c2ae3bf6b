package org.toguna.ingest.lexicon;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each character is compared as: one character, several (ligatures) or none (marks). */
final class FoldingTable {

  static final char DROPPED = '\u0000';

  private static final char[] LATIN = new char[0x300];
  private static final char[] LATIN_ADDITIONAL = new char[0x100];
  private static final Map<Character, String> LIGATURES =
      Map.ofEntries(
          Map.entry('œ', "oe"),
          Map.entry('Œ', "oe"),
          Map.entry('æ', "ae"),
          Map.entry('Æ', "ae"),
          Map.entry('ß', "ss"),
          Map.entry('ĳ', "ij"),
          Map.entry('Ĳ', "ij"),
          Map.entry('ﬀ', "ff"),
          Map.entry('ﬁ', "fi"),
          Map.entry('ﬂ', "fl"),
          Map.entry('ﬃ', "ffi"),
          Map.entry('ﬄ', "ffl"),
          Map.entry('ﬅ', "st"),
          Map.entry('ﬆ', "st"));

  // Letters without a decomposition; the hooked ones write Bambara, Fulfulde and Hausa.
  private static final String PLAIN = "øØłŁđĐıɛƐɔƆɲƝŋŊɓƁɗƊƴƳƙƘ";
  private static final String AS = "oollddieeoonnnnbbddyykk";

  static {
    for (char c = 0; c < LATIN.length; c++) {
      LATIN[c] = folded(c);
    }
    for (int i = 0; i < LATIN_ADDITIONAL.length; i++) {
      LATIN_ADDITIONAL[i] = folded((char) (0x1E00 + i));
    }
  }

  private FoldingTable() {}

  private static char folded(char c) {
    int special = PLAIN.indexOf(c);
    if (special >= 0) {
      return AS.charAt(special);
    }
    if (c == '-' || c == '\u00A0' || c == '_' || (c < ' ')) {
      return ' ';
    }
    if (c == '\u00AD') {
      return DROPPED;
    }
    if (c == '`' || c == '´' || (c >= 0x02B9 && c <= 0x02BF)) {
      return '\'';
    }
    char base =
        Character.isLetter(c) ? Normalizer.normalize("" + c, Normalizer.Form.NFD).charAt(0) : c;
    return Character.toLowerCase(base);
  }

  static char fold(char c) {
    if (c < LATIN.length) {
      return LATIN[c];
    }
    if (c >= 0x1E00 && c < 0x1F00) {
      return LATIN_ADDITIONAL[c - 0x1E00];
    }
    if ((c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060) {
      return DROPPED;
    }
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) {
      return ' ';
    }
    return switch (c) {
      case '‘', '’', '‛', '′', '＇' -> '\'';
      case '‐', '‑' -> ' ';
      default -> c < 0x0530 ? Character.toLowerCase(c) : c;
    };
  }

  static @Nullable String ligature(char c) {
    return c < 0xDF ? (c == 'Æ' ? "ae" : null) : LIGATURES.get(c);
  }
}
