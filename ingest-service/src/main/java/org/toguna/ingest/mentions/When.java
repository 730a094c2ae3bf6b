package org.toguna.ingest.mentions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.text.Span;

/**
 * A date as the words give it. Where they do not say which year, the bounds are open; they are
 * closed only through other passages or the date of publication, and then say through which.
 */
public record When(
    @Nullable String edtf,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String asStated,
    Basis basis,
    List<Span> restsOn,
    String reason) {

  /** How the bounds are known. */
  public enum Basis {
    STATED,
    DERIVED
  }

  public When {
    restsOn = List.copyOf(restsOn);
  }

  static When stated(String edtf, LocalDate from, LocalDate to, String asStated) {
    return new When(edtf, from, to, asStated, Basis.STATED, List.of(), "stated");
  }

  static When words(String asStated) {
    return new When(
        null, null, null, asStated, Basis.STATED, List.of(), "the text does not date it");
  }

  public boolean dated() {
    return from != null || to != null;
  }

  When as(String words) {
    return new When(edtf, from, to, words, basis, restsOn, reason);
  }

  When derived(String words, List<Span> through, String why) {
    return new When(edtf, from, to, words, Basis.DERIVED, through, why);
  }
}
