package org.toguna.kit.endpoints;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Edtf;
import org.toguna.kit.values.NotADate;

/**
 * Reads the dates and instants of filters, the same way wherever something is asked by time: a
 * year, a month or a day as EDTF writes them, and instants of the years that have four digits.
 */
public final class FilterDates {
  /** How the contract describes a date that is asked for. */
  public static final String FORM = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

  private static final Pattern DATE = Pattern.compile(FORM);
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private FilterDates() {}

  /** The first day that a date means. */
  public static @Nullable LocalDate first(String name, @Nullable String text) {
    return text == null ? null : read(name, text).from();
  }

  /** The last day that a date means. */
  public static @Nullable LocalDate last(String name, @Nullable String text) {
    return text == null ? null : read(name, text).to();
  }

  /**
   * A day, where a month would not say which.
   *
   * @throws Refusal if it is none
   */
  public static @Nullable LocalDate day(String name, @Nullable String text) {
    LocalDate first = first(name, text);
    if (first != null && !first.equals(last(name, text))) {
      throw FilterRules.bad(name, "Expected a day such as 2021-08-31.");
    }
    return first;
  }

  /** The first month that a date means, where what is counted is kept by month. */
  public static @Nullable YearMonth firstMonth(String name, @Nullable String text) {
    LocalDate first = first(name, text);
    if (first != null && first.getDayOfMonth() != 1) {
      throw FilterRules.bad(
          name, "Counts are kept by month: ask from a year, a month or the first day of one.");
    }
    return first == null ? null : YearMonth.from(first);
  }

  /** The last month that a date means. */
  public static @Nullable YearMonth lastMonth(String name, @Nullable String text) {
    LocalDate last = last(name, text);
    if (last != null && last.getDayOfMonth() != last.lengthOfMonth()) {
      throw FilterRules.bad(
          name, "Counts are kept by month: ask to a year, a month or the last day of one.");
    }
    return last == null ? null : YearMonth.from(last);
  }

  /**
   * An instant.
   *
   * @throws Refusal if it is none, or lies where no record can
   */
  public static @Nullable Instant instant(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // refused below, like an instant beyond the calendar
    }
    throw FilterRules.bad(name, "Expected an instant such as 2021-08-31T00:00:00Z.");
  }

  private static Edtf read(String name, String text) {
    if (!DATE.matcher(text).matches()) {
      throw FilterRules.bad(
          name, "Expected a year, a month or a day, such as 2021, 2021-08 or 2021-08-31.");
    }
    try {
      return Edtf.of(text);
    } catch (NotADate e) {
      throw FilterRules.bad(name, String.valueOf(e.getMessage()));
    }
  }
}
