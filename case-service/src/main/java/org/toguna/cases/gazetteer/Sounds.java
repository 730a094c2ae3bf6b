package org.toguna.cases.gazetteer;

import java.util.Map;

/**
 * Writes a folded name by its sound, so that the spellings French, English and local clerks chose
 * for the same sound (ou/w/u, dj/di/j, gn/ny/ni, qu/c/k, gu/g, y/i) become one.
 *
 * <p>The alphabet is a-z and digits: {@code c} stands for the sound of <i>tch</i>, {@code q} for
 * that of <i>gn</i>.
 */
final class Sounds {
  private static final Map<String, String> NUMERALS =
      Map.of("i", "1", "ii", "2", "iii", "3", "iv", "4", "v", "5");

  private Sounds() {}

  /** The sound of one word of a folded name; letters of other scripts have none. */
  static String of(String word) {
    var numeral = NUMERALS.get(word);
    if (numeral != null) {
      return numeral;
    }
    var sound = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      at += sound(word, at, sound);
    }
    return sound.toString();
  }

  /** Appends the sound that stands at a position and tells how many letters spell it. */
  private static int sound(String word, int at, StringBuilder to) {
    char letter = word.charAt(at);
    char next = letterAt(word, at + 1);
    char afterNext = letterAt(word, at + 2);
    switch (letter) {
      case 'o' -> {
        boolean oo = next == 'u' || next == 'o';
        return append(to, oo ? 'u' : 'o', oo ? 2 : 1);
      }
      case 'w' -> {
        return append(to, 'u', 1);
      }
      case 'y' -> {
        return append(to, 'i', 1);
      }
      case 'd' -> {
        boolean soft = next == 'j' || (next == 'i' || next == 'y') && isVowel(afterNext);
        return append(to, soft ? 'j' : 'd', soft ? 2 : 1);
      }
      case 't' -> {
        if (next == 'c' && afterNext == 'h') {
          return append(to, 'c', 3);
        }
        if (next == 'h') {
          boolean soft = afterNext == 'i' && isVowel(letterAt(word, at + 3));
          return append(to, soft ? 'c' : 't', soft ? 3 : 2);
        }
        boolean soft = (next == 'i' || next == 'y') && isVowel(afterNext);
        return append(to, soft ? 'c' : 't', soft ? 2 : 1);
      }
      case 'g' -> {
        if (next == 'n' && (isVowel(afterNext) || afterNext == 'y')) {
          boolean twice = afterNext == 'i' && isVowel(letterAt(word, at + 3));
          return append(to, 'q', twice ? 3 : 2);
        }
        if (next == 'u' && (afterNext == 'e' || afterNext == 'i' || afterNext == 'y')) {
          return append(to, 'g', 2);
        }
        return append(to, 'g', next == 'h' ? 2 : 1);
      }
      case 'n' -> {
        if ((next == 'i' || next == 'y') && isVowel(afterNext)) {
          return append(to, 'q', 2);
        }
        return append(to, nasal(word, at, 'n'), 1);
      }
      case 'm' -> {
        return append(to, nasal(word, at, 'm'), 1);
      }
      case 'c' -> {
        if (next == 'h') {
          return append(to, 'c', 2);
        }
        return append(to, next == 'e' || next == 'i' || next == 'y' ? 's' : 'k', 1);
      }
      case 'q' -> {
        return append(to, 'k', next == 'u' ? 2 : 1);
      }
      case 'k', 'x' -> {
        return append(to, 'k', next == 'h' ? 2 : 1);
      }
      case 'p' -> {
        return append(to, next == 'h' ? 'f' : 'p', next == 'h' ? 2 : 1);
      }
      case 's' -> {
        return append(to, next == 'h' ? 'c' : 's', next == 'h' ? 2 : 1);
      }
      case 'h' -> {
        // Silent after a consonant and before one; between vowels and in front it may be heard.
        return isVowel(next) && (at == 0 || isVowel(word.charAt(at - 1))) ? append(to, 'h', 1) : 1;
      }
      default -> {
        boolean known = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
        return known ? append(to, letter, 1) : 1;
      }
    }
  }

  /** Before a consonant and at the end a nasal colours what stands beside it, or is not heard. */
  private static char nasal(String word, int at, char heard) {
    char next = letterAt(word, at + 1);
    if (isVowel(next) || next == 'y' || next == 'w' || next == heard) {
      return heard;
    }
    return at == 0 ? 'w' : next == ' ' ? 'x' : 'y';
  }

  private static int append(StringBuilder to, char sound, int letters) {
    boolean digit = sound <= '9';
    if (digit || to.isEmpty() || to.charAt(to.length() - 1) != sound) {
      to.append(sound);
    }
    return letters;
  }

  private static char letterAt(String word, int at) {
    return at < word.length() ? word.charAt(at) : ' ';
  }

  static boolean isVowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
  }
}
