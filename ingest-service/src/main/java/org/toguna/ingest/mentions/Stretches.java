package org.toguna.ingest.mentions;

import java.util.BitSet;
import java.util.Collection;
import org.toguna.ingest.text.Span;

/** Stretches of a text that are taken; asked in a time that does not grow with their number. */
final class Stretches {

  private final BitSet taken = new BitSet();

  static Stretches of(Collection<Span> spans) {
    var stretches = new Stretches();
    spans.forEach(stretches::take);
    return stretches;
  }

  void take(Span span) {
    taken.set(span.start(), span.end());
  }

  boolean free(Span span) {
    int next = taken.nextSetBit(span.start());
    return next < 0 || next >= span.end();
  }
}
