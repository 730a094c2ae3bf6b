package org.toguna.cases.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.toguna.cases.gazetteer.SoundForms.Omission;

/**
 * What it costs to take one spelling for another: for each letter changed, left out or put in, the
 * hundredfold negative logarithm of how often clerks did so in known pairs of spellings.
 */
final class SpellingCosts {
  static final int LETTERS = 36;

  /** More than any pair of names that somebody would still take for one. */
  static final int HOPELESS = 1_000_000;

  /** For each letter of an odd word put in: as many bits as a letter of a name carries. */
  private static final int ADDED_LETTER = 200;

  final int[] change = new int[LETTERS * LETTERS];
  final int[][] leaveOut = new int[3][LETTERS];
  final int[][] putIn = new int[3][LETTERS];
  final int[] omit = new int[Omission.values().length];
  final int[] add = new int[Omission.values().length];

  private SpellingCosts() {}

  /** The costs found on the tuning half of the sample of variants. */
  static SpellingCosts tuned() {
    var costs = untuned();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                SpellingCosts.class.getResourceAsStream("spelling-costs.txt"),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(costs::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return costs;
  }

  /** What one would guess before having seen a pair: vowels are cheap, consonants dear. */
  static SpellingCosts untuned() {
    var costs = new SpellingCosts();
    for (int from = 0; from < LETTERS; from++) {
      for (int to = 0; to < LETTERS; to++) {
        costs.change[from * LETTERS + to] = guess(from, to);
      }
      for (int place = 0; place < 3; place++) {
        costs.leaveOut[place][from] = isVowel(from) ? 320 : 480;
        costs.putIn[place][from] = isVowel(from) ? 400 : 550;
      }
    }
    costs.guessWords(Omission.COMMON_LAST, 250);
    costs.guessWords(Omission.OTHER_LAST, 450);
    costs.guessWords(Omission.COMMON_FIRST, 400);
    costs.guessWords(Omission.OTHER_FIRST, 600);
    return costs;
  }

  private void guessWords(Omission omission, int cost) {
    omit[omission.ordinal()] = cost;
    add[omission.ordinal()] = cost + 100;
  }

  private static int guess(int from, int to) {
    if (from == to) {
      return 8;
    }
    if (from >= 26 || to >= 26) {
      return 700;
    }
    return isVowel(from) && isVowel(to) ? 380 : isVowel(from) || isVowel(to) ? 800 : 550;
  }

  private static boolean isVowel(int code) {
    return code == 0 || code == 4 || code == 8 || code == 14 || code == 20;
  }

  /** The cost of a word in what was asked that the name has not: an odd word tells much. */
  int added(SoundForms.Form asked) {
    var omission = asked.omission();
    boolean odd = omission == Omission.OTHER_FIRST || omission == Omission.OTHER_LAST;
    return add[omission.ordinal()] + (odd ? ADDED_LETTER * asked.letters() : 0);
  }

  private void read(String line) {
    var parts = line.split(" ");
    int cost = Integer.parseInt(parts[parts.length - 1]);
    switch (parts[0]) {
      case "change" -> change[code(parts[1]) * LETTERS + code(parts[2])] = cost;
      case "leave-out" -> leaveOut[Position.valueOf(parts[1]).ordinal()][code(parts[2])] = cost;
      case "put-in" -> putIn[Position.valueOf(parts[1]).ordinal()][code(parts[2])] = cost;
      case "omit" -> omit[Omission.valueOf(parts[1]).ordinal()] = cost;
      case "add" -> add[Omission.valueOf(parts[1]).ordinal()] = cost;
      default -> throw new IllegalStateException("Unknown spelling cost: " + line);
    }
  }

  /** Where in a name a letter is left out or put in: the ends are where clerks differ most. */
  enum Position {
    START,
    MIDDLE,
    END
  }

  private static int code(String letter) {
    return code(letter.charAt(0));
  }

  static byte code(char letter) {
    return (byte) (letter >= 'a' ? letter - 'a' : letter - '0' + 26);
  }

  static byte[] encode(String sound) {
    var codes = new byte[sound.length()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = code(sound.charAt(i));
    }
    return codes;
  }

  /**
   * The cost of having written {@code asked} for the name that stands in {@code names} at {@code
   * from} to {@code to}; {@link #HOPELESS} as soon as it must exceed {@code most}.
   */
  int between(byte[] names, int from, int to, byte[] asked, int most, int[] above, int[] row) {
    int width = asked.length;
    int length = to - from;
    above[0] = 0;
    for (int j = 1; j <= width; j++) {
      above[j] = above[j - 1] + putIn[j == 1 ? 0 : 1][asked[j - 1]];
    }
    int[] previous = above;
    int[] current = row;
    for (int i = 1; i <= length; i++) {
      int letter = names[from + i - 1];
      int out = leaveOut[i == 1 ? 0 : i == length ? 2 : 1][letter];
      int[] in = putIn[i == length ? 2 : 1];
      int base = letter * LETTERS;
      int best = current[0] = previous[0] + out;
      for (int j = 1; j <= width; j++) {
        int written = asked[j - 1];
        int cost = previous[j - 1] + change[base + written];
        cost = Math.min(cost, previous[j] + out);
        cost = Math.min(cost, current[j - 1] + in[written]);
        current[j] = cost;
        best = Math.min(best, cost);
      }
      if (best > most) {
        return HOPELESS;
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[width] > most ? HOPELESS : previous[width];
  }

  /** The same for two sounds at leisure. */
  int between(String name, String asked) {
    var codes = encode(name);
    var wanted = encode(asked);
    return between(
        codes,
        0,
        codes.length,
        wanted,
        HOPELESS - 1,
        new int[wanted.length + 1],
        new int[wanted.length + 1]);
  }
}
