package org.toguna.kit.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A date, month, season, year, decade or century, perhaps qualified.
 *
 * @param unspecifiedDigits how many digits of the year, from the right, are unspecified
 * @param month 1 to 12, a season 21 to 24, {@link #ABSENT} or {@link #UNSPECIFIED}
 * @param day 1 to 31, {@link #ABSENT} or {@link #UNSPECIFIED}
 * @param time the time of day as written, empty if there is none
 * @param qualifier {@code ?}, {@code ~}, {@code %} or empty
 */
record EdtfDate(int year, int unspecifiedDigits, int month, int day, String time, String qualifier)
    implements Edtf {
  static final int ABSENT = 0;
  static final int UNSPECIFIED = -1;
  private static final int WINTER = 24;
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  EdtfDate {
    if (month > 0 && day > 0) {
      requireDay(year, month, day);
    }
  }

  static EdtfDate of(LocalDate day) {
    return new EdtfDate(day.getYear(), 0, day.getMonthValue(), day.getDayOfMonth(), "", "");
  }

  private static void requireDay(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new NotADate(
          "date-does-not-exist",
          "%s %d has %d days; there is no day %d."
              .formatted(
                  MONTHS.get(month - 1), year, YearMonth.of(year, month).lengthOfMonth(), day));
    }
  }

  @Override
  public LocalDate from() {
    if (day > 0) {
      return LocalDate.of(year, month, day);
    }
    return firstMonth().atDay(1);
  }

  @Override
  public LocalDate to() {
    if (day > 0) {
      return LocalDate.of(year, month, day);
    }
    return lastMonth().atEndOfMonth();
  }

  private YearMonth firstMonth() {
    if (isSeason()) {
      return YearMonth.of(year, 3 * (month - 20));
    }
    return month > 0 ? YearMonth.of(year, month) : YearMonth.of(year < 0 ? year - span() : year, 1);
  }

  private YearMonth lastMonth() {
    if (isSeason()) {
      return firstMonth().plusMonths(2);
    }
    return month > 0
        ? YearMonth.of(year, month)
        : YearMonth.of(year < 0 ? year : year + span(), 12);
  }

  /** By how many years a year with unspecified digits may exceed, away from zero, what is said. */
  private int span() {
    return switch (unspecifiedDigits) {
      case 0 -> 0;
      case 1 -> 9;
      default -> 99;
    };
  }

  private boolean isSeason() {
    return month > 12;
  }

  @Override
  public boolean isQualified() {
    return !qualifier.isEmpty();
  }

  @Override
  public Edtf cut(ChronoUnit finest) {
    return EdtfSet.oneOf(cuts(finest));
  }

  /** The cut date, or two of them where a winter reaches into the next year. */
  List<EdtfDate> cuts(ChronoUnit finest) {
    return switch (finest) {
      case DAYS -> List.of(with(month, day, ""));
      case MONTHS -> List.of(with(month, ABSENT, ""));
      case YEARS ->
          month == WINTER
              ? List.of(inYear(year), inYear(year + 1))
              : List.of(with(ABSENT, ABSENT, ""));
      default -> throw new IllegalArgumentException("Dates are cut to days, months or years.");
    };
  }

  private EdtfDate inYear(int other) {
    return new EdtfDate(other, 0, ABSENT, ABSENT, "", qualifier);
  }

  private EdtfDate with(int otherMonth, int otherDay, String otherTime) {
    return new EdtfDate(year, unspecifiedDigits, otherMonth, otherDay, otherTime, qualifier);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (Math.abs(year) > 9999) {
      return text.append('Y').append(year).append(qualifier).toString();
    }
    String digits = "%04d".formatted(Math.abs(year));
    text.append(year < 0 ? "-" : "")
        .append(digits, 0, 4 - unspecifiedDigits)
        .repeat("X", unspecifiedDigits);
    appendPart(text, month);
    appendPart(text, day);
    return text.append(time).append(qualifier).toString();
  }

  private static void appendPart(StringBuilder text, int part) {
    if (part != ABSENT) {
      text.append('-').append(part == UNSPECIFIED ? "XX" : "%02d".formatted(part));
    }
  }
}
