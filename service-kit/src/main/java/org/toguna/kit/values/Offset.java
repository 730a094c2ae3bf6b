package org.toguna.kit.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How far one date lies from another: {@code P7D} a week later, {@code -P1D} the day before, {@code
 * P1M/P6M} one to six months later, {@code P0D/..} any time after, {@code ../P0D} any time before.
 */
record Offset(@Nullable Period least, @Nullable Period most) {

  static Offset of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      Period exact = period(text);
      return new Offset(exact, exact);
    }
    Period least = bound(text.substring(0, slash));
    Period most = bound(text.substring(slash + 1));
    if (least == null && most == null) {
      throw new NotADate("says-nothing", "An offset says how far at one end at least.");
    }
    if (least != null && most != null && days(least) > days(most)) {
      throw new NotADate("end-before-start", "The lesser offset comes first, such as P1M/P6M.");
    }
    return new Offset(least, most);
  }

  private static @Nullable Period bound(String text) {
    return text.equals("..") ? null : period(text);
  }

  private static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (DateTimeException e) {
      throw new NotADate(
          "not-an-offset",
          "An offset is written P7D, -P1D, P2M, P1M/P6M, P0D/.. (after) or ../P0D (before).");
    }
  }

  private static double days(Period period) {
    return period.toTotalMonths() * 30.4 + period.getDays();
  }

  @Nullable LocalDate earliest(@Nullable LocalDate anchorFrom) {
    return moved(anchorFrom, least);
  }

  @Nullable LocalDate latest(@Nullable LocalDate anchorTo) {
    return moved(anchorTo, most);
  }

  private static @Nullable LocalDate moved(@Nullable LocalDate day, @Nullable Period by) {
    try {
      return day == null || by == null ? null : day.plus(by);
    } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
      return null;
    }
  }
}
