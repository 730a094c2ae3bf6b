package org.toguna.kit.holders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The holders that are known to be written down, as many as there is room for: of two halves the
 * one that was not asked for is let go of when the other is full.
 */
final class Remembered {
  private final int half;
  private volatile Map<Holder, Since> young = new ConcurrentHashMap<>();
  private volatile Map<Holder, Since> old = new ConcurrentHashMap<>();

  Remembered(int most) {
    this.half = Math.max(1, most / 2);
  }

  @Nullable Since get(Holder holder) {
    Since known = young.get(holder);
    if (known == null) {
      known = old.get(holder);
      if (known != null) {
        put(holder, known);
      }
    }
    return known;
  }

  void put(Holder holder, Since since) {
    if (young.size() >= half) {
      turn();
    }
    young.putIfAbsent(holder, since);
  }

  int size() {
    return young.size() + old.size();
  }

  private synchronized void turn() {
    if (young.size() >= half) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }
}
