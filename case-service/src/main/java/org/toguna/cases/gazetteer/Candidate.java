package org.toguna.cases.gazetteer;

import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;

/**
 * A place that somebody may have meant, why it is thought so, and how likely, from 0 to 1.
 *
 * @param matched the name that was found, which may be another provider's
 * @param through the entry of that provider, which lies beside the place and is called alike; null
 *     if the name is the place's own
 */
public record Candidate(
    String id,
    PlaceLevel level,
    boolean seatOfUnit,
    String name,
    String matched,
    Reason reason,
    double score,
    double lat,
    double lon,
    @Nullable String through) {

  /** Why a place is a candidate, the surest first. */
  public enum Reason {
    PCODE("p-code"),
    EXACT("exact"),
    FOLDED("folded"),
    ALTERNATIVE("alternative-name"),
    OTHER_PROVIDER("other-provider"),
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
