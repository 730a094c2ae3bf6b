package org.toguna.cases.coverage.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many places of a unit a list covers, whatever its doubtful lines mean: an ambiguous one means
 * any of its candidates, several, or all of them; one that is to be confirmed means one or none.
 */
record Covered(int atLeast, int atMost) {

  /**
   * What an ambiguous line may mean.
   *
   * @param surely whether it means one of these at least, and nothing elsewhere
   */
  record Ambiguous(Set<String> places, boolean surely) {}

  /**
   * @param matched what lines mean for sure
   * @param toConfirm the candidates of each line that is to be confirmed
   */
  static Covered of(
      Set<String> matched,
      Collection<Ambiguous> ambiguous,
      Collection<? extends Set<String>> toConfirm) {
    Set<String> perhaps = new HashSet<>();
    ambiguous.forEach(line -> perhaps.addAll(line.places()));
    perhaps.removeAll(matched);
    Set<String> taken = new HashSet<>(matched);
    taken.addAll(perhaps);
    return new Covered(
        matched.size() + meantAtLeast(matched, ambiguous),
        taken.size() + meantAtMost(taken, toConfirm));
  }

  /** Lines that cannot mean the same place each mean one more. */
  private static int meantAtLeast(Set<String> matched, Collection<Ambiguous> ambiguous) {
    Set<String> met = new HashSet<>(matched);
    int apart = 0;
    for (Ambiguous line :
        ambiguous.stream()
            .filter(Ambiguous::surely)
            .sorted(Comparator.comparingInt(line -> line.places().size()))
            .toList()) {
      if (line.places().stream().noneMatch(met::contains)) {
        apart++;
        met.addAll(line.places());
      }
    }
    return apart;
  }

  /** As many lines as can each mean a place of their own that is not taken. */
  private static int meantAtMost(Set<String> taken, Collection<? extends Set<String>> toConfirm) {
    List<Set<String>> lines = new ArrayList<>();
    for (Set<String> candidates : toConfirm) {
      Set<String> open = new HashSet<>(candidates);
      open.removeAll(taken);
      lines.add(open);
    }
    Map<String, Integer> lineOf = new HashMap<>();
    int most = 0;
    for (int line = 0; line < lines.size(); line++) {
      most += assign(line, lines, lineOf, new HashSet<>()) ? 1 : 0;
    }
    return most;
  }

  private static boolean assign(
      int line, List<Set<String>> lines, Map<String, Integer> lineOf, Set<String> tried) {
    for (String place : lines.get(line)) {
      if (tried.add(place)) {
        Integer other = lineOf.get(place);
        if (other == null || assign(other, lines, lineOf, tried)) {
          lineOf.put(place, line);
          return true;
        }
      }
    }
    return false;
  }
}
