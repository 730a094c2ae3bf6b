package org.toguna.ingest.drafting;

import org.toguna.ingest.text.Span;

/** The words a drafted field rests on; hedged where the text itself only reports it. */
public record Passage(int start, int end, String quote, boolean hedged) {

  static Passage of(String text, Span span, boolean hedged) {
    return new Passage(span.start(), span.end(), span.of(text), hedged);
  }
}
