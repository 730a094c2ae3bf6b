package org.toguna.cases.gazetteer;

import java.util.stream.IntStream;
import org.toguna.kit.names.Fold;

/** Whether two names may be spellings of one: by the pairs of letters their sounds share. */
public final class Likeness {
  private static final double ALIKE = 0.5;

  private Likeness() {}

  public static boolean alike(String one, String other) {
    return of(one, other) >= ALIKE;
  }

  /** Dice's coefficient, 1 for the same sound. */
  public static double of(String one, String other) {
    return Heard.of(one).likeness(Heard.of(other));
  }

  /** The sound of a whole name, its words joined. */
  public static String sound(String name) {
    return soundOfFolded(Fold.of(name));
  }

  private static String soundOfFolded(String folded) {
    var sound = new StringBuilder();
    for (var word : folded.split(" ")) {
      sound.append(Sounds.of(word));
    }
    return sound.toString();
  }

  /** A name made ready to be compared with many. */
  static final class Heard {
    private final String folded;

    /** The distinct pairs of neighbours, both edges being neighbours too, in order. */
    private final int[] pairs;

    private Heard(String folded, int[] pairs) {
      this.folded = folded;
      this.pairs = pairs;
    }

    static Heard of(String name) {
      var folded = Fold.of(name);
      var sound = soundOfFolded(folded);
      var edged = sound.isEmpty() ? "" : "^" + sound + "$";
      return new Heard(
          folded,
          IntStream.range(0, Math.max(0, edged.length() - 1))
              .map(i -> edged.charAt(i) << 16 | edged.charAt(i + 1))
              .sorted()
              .distinct()
              .toArray());
    }

    /** Dice's coefficient, 1 for the same sound; names without a sound are alike if equal. */
    double likeness(Heard other) {
      if (pairs.length == 0 || other.pairs.length == 0) {
        return folded.equals(other.folded) ? 1 : 0;
      }
      int shared = 0;
      int at = 0;
      for (int pair : pairs) {
        while (at < other.pairs.length && other.pairs[at] < pair) {
          at++;
        }
        if (at < other.pairs.length && other.pairs[at] == pair) {
          shared++;
        }
      }
      return 2.0 * shared / (pairs.length + other.pairs.length);
    }
  }
}
