package org.toguna.cases.gazetteer;

import java.util.HashSet;
import java.util.Set;

/** Whether two names may be spellings of one: by the pairs of letters their sounds share. */
public final class Likeness {
  private static final double ALIKE = 0.5;

  private Likeness() {}

  public static boolean alike(String one, String other) {
    return of(one, other) >= ALIKE;
  }

  /** Dice's coefficient, 1 for the same sound. */
  public static double of(String one, String other) {
    var first = pairs(sound(one));
    var second = pairs(sound(other));
    if (first.isEmpty() || second.isEmpty()) {
      return Folding.fold(one).equals(Folding.fold(other)) ? 1 : 0;
    }
    var shared = new HashSet<>(first);
    shared.retainAll(second);
    return 2.0 * shared.size() / (first.size() + second.size());
  }

  /** The sound of a whole name, its words joined. */
  public static String sound(String name) {
    var sound = new StringBuilder();
    for (var word : Folding.fold(name).split(" ")) {
      sound.append(Sounds.of(word));
    }
    return sound.toString();
  }

  private static Set<String> pairs(String sound) {
    var pairs = new HashSet<String>();
    var edged = sound.isEmpty() ? "" : "^" + sound + "$";
    for (int i = 0; i + 2 <= edged.length(); i++) {
      pairs.add(edged.substring(i, i + 2));
    }
    return pairs;
  }
}
