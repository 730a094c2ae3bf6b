package org.toguna.cases.precedents;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/** The nearest so far, and no more of them than are asked for. */
final class Nearest {

  /** By score; cases with the same score by their id, so that no two readings differ. */
  private static final Comparator<One> BEST_FIRST =
      Comparator.<One>comparingInt(one -> -one.comparison().score())
          .thenComparing(one -> one.dialogue().toString());

  private final int limit;
  private boolean more;
  private final PriorityQueue<One> kept = new PriorityQueue<>(BEST_FIRST.reversed());

  Nearest(int limit) {
    this.limit = limit;
  }

  /**
   * A case that was compared.
   *
   * @param noted the records whose reading is to be noted if it is shown
   */
  record One(UUID dialogue, Situation situation, Comparison comparison, List<UUID> noted) {}

  void take(One one) {
    if (one.comparison().isEmpty()) {
      return;
    }
    kept.add(one);
    if (kept.size() > limit) {
      kept.remove();
      more = true;
    }
  }

  /** Whether others were compared than are kept. */
  boolean more() {
    return more;
  }

  List<One> all() {
    return kept.stream().sorted(BEST_FIRST).toList();
  }
}
