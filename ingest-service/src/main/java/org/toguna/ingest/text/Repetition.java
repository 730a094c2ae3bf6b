package org.toguna.ingest.text;

/**
 * A passage that says again what another passage of the same document says: evidence once, not
 * twice. Boilerplate repeats nothing and says nothing; it points at itself.
 */
public record Repetition(Kind kind, Span span, Span of, double containment) {

  /** How a passage repeats another. */
  public enum Kind {
    EXACT,
    REWORDED,
    PULL_QUOTE,
    HEADING_QUOTE,
    BOILERPLATE
  }
}
