package org.toguna.cases.gazetteer;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Folds a name to what everybody agrees on: lower case, no accents, apostrophes gone, every other
 * separator one space.
 */
public final class Folding {
  private static final char DROPPED = 0;

  /** Latin letters fold by table: the general way through Unicode costs ten times as much. */
  private static final char[] TABLE = table();

  private Folding() {}

  public static String fold(String name) {
    var folded = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      char plain = letter < TABLE.length ? TABLE[letter] : foldRare(letter);
      if (plain == ' ') {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
      } else if (plain != DROPPED) {
        folded.append(plain);
        if (letter == 'œ' || letter == 'Œ' || letter == 'æ' || letter == 'Æ') {
          folded.append('e');
        }
      }
    }
    int end = folded.length();
    return end > 0 && folded.charAt(end - 1) == ' '
        ? folded.substring(0, end - 1)
        : folded.toString();
  }

  private static char[] table() {
    var table = new char[0x250];
    Arrays.fill(table, ' ');
    for (char letter = 0; letter < table.length; letter++) {
      var base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      if (Character.isLetterOrDigit(letter)) {
        table[letter] = Character.toLowerCase(base.charAt(0));
      }
    }
    table['\''] = DROPPED;
    table['`'] = DROPPED;
    table['´'] = DROPPED;
    table['Œ'] = table['œ'] = 'o';
    table['Æ'] = table['æ'] = 'a';
    table['ŋ'] = table['Ŋ'] = 'n';
    return table;
  }

  private static char foldRare(char letter) {
    return switch (letter) {
      case '\u2018', '\u2019', '\u02BC', '\u02BB', '\u0301', '\u0300', '\u0302', '\u0308' ->
          DROPPED;
      case 'ɛ', 'Ɛ' -> 'e';
      case 'ɔ' -> 'o';
      case 'ɲ' -> 'n';
      case 'ɓ' -> 'b';
      case 'ɗ' -> 'd';
      default -> {
        if (Character.getType(letter) == Character.NON_SPACING_MARK) {
          yield DROPPED;
        }
        var base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
        boolean kept = Character.isLetterOrDigit(letter) || Character.isSurrogate(letter);
        yield kept ? Character.toLowerCase(base) : ' ';
      }
    };
  }
}
