package org.toguna.kit.values;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date in the Extended Date/Time Format of ISO 8601-2: level 1 and the sets of level 2.
 *
 * <p>Every expression has inclusive bounds; a side is null where the expression leaves it open or
 * unknown. Qualifiers do not widen the bounds: how far "about August" reaches is for whoever codes
 * it to say. Seasons have the meteorological bounds of the northern hemisphere: 21 (spring) March
 * to May, 22 June to August, 23 September to November, 24 (winter) December of the year named to
 * February of the next.
 */
public sealed interface Edtf permits EdtfDate, EdtfInterval, EdtfSet {

  /** Reads an expression exactly as the standard writes it. */
  static Edtf of(String text) throws NotADate {
    return EdtfReader.read(text);
  }

  /** The first day that it can mean, or null if there is none. */
  @Nullable LocalDate from();

  /** The last day that it can mean, or null if there is none. */
  @Nullable LocalDate to();

  /** The same said no finer than to the unit (days, months or years), within bounds no narrower. */
  Edtf cut(ChronoUnit finest);

  /** Whether it is marked uncertain, approximate or both. */
  boolean isQualified();

  /** The day, month or year that lasts exactly from the one day to the other, if there is one. */
  static Optional<Edtf> lasting(LocalDate from, LocalDate to) {
    if (from.getYear() < 0 || from.getYear() > 9999) {
      return Optional.empty();
    }
    EdtfDate day = EdtfDate.of(from);
    return java.util.stream.Stream.of(ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS)
        .map(day::cut)
        .filter(date -> from.equals(date.from()) && to.equals(date.to()))
        .findFirst();
  }
}
