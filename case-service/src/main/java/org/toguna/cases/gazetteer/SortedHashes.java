package org.toguna.cases.gazetteer;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A map from hash to numbers in one sorted array; whoever asks compares what stands behind them.
 */
final class SortedHashes {
  private final long[] pairs;

  private SortedHashes(long[] pairs) {
    this.pairs = pairs;
  }

  void find(int hash, IntConsumer each) {
    long first = (long) hash << 32;
    int at = Arrays.binarySearch(pairs, first);
    for (int i = at < 0 ? -at - 1 : at; i < pairs.length && (int) (pairs[i] >> 32) == hash; i++) {
      each.accept((int) pairs[i]);
    }
  }

  /** Collects the pairs. */
  static final class Writer {
    private final IntList hashes = new IntList();
    private final IntList numbers = new IntList();

    void add(int hash, int number) {
      hashes.add(hash);
      numbers.add(number);
    }

    SortedHashes done() {
      var pairs = new long[hashes.size()];
      int[] hash = hashes.toArray();
      int[] number = numbers.toArray();
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = (long) hash[i] << 32 | number[i];
      }
      Arrays.sort(pairs);
      return new SortedHashes(pairs);
    }
  }
}
