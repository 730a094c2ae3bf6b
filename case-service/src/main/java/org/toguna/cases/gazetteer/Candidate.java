package org.toguna.cases.gazetteer;

import org.toguna.kit.marking.PlaceLevel;

/** A place that somebody may have meant, why it is thought so, and how likely, from 0 to 1. */
public record Candidate(
    String id,
    PlaceLevel level,
    boolean seatOfUnit,
    String name,
    String matched,
    Reason reason,
    double score,
    double lat,
    double lon) {

  /** Why a place is a candidate, the surest first. */
  public enum Reason {
    PCODE("p-code"),
    EXACT("exact"),
    FOLDED("folded"),
    ALTERNATIVE("alternative-name"),
    SPELLING("spelling-variant");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
