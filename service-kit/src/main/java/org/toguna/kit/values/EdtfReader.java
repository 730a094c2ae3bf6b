package org.toguna.kit.values;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads EDTF expressions and says in the coder's words why one cannot be read. */
final class EdtfReader {
  private static final int LONGEST = 500;
  private static final Pattern LETTERED = Pattern.compile("Y(-?[1-9]\\d{4,})([?~%]?)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<sign>-?)(?<year>\\d{4}|\\d{3}X|\\d\\dXX)"
              + "(?:-(?<month>\\d\\d|XX)(?:-(?<day>\\d\\d|XX))?)?"
              + "(?<time>T[^?~%]*)?(?<qualifier>[?~%]?)");
  private static final Pattern TIME =
      Pattern.compile("T(\\d\\d:\\d\\d:\\d\\d)(?:Z|([+-]\\d\\d(?::\\d\\d)?))?");
  private static final Pattern RANGE = Pattern.compile("(.*?)\\.\\.(.*)");

  private EdtfReader() {}

  static Edtf read(String text) {
    if (text.length() > LONGEST) {
      throw new NotADate("too-long", "A date has at most %d characters.".formatted(LONGEST));
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      return set(text);
    }
    int slash = text.indexOf('/');
    return slash < 0 || EdtfRemedy.isSlashed(text)
        ? date(text)
        : new EdtfInterval(end(text.substring(0, slash)), end(text.substring(slash + 1)));
  }

  private static EdtfInterval.End end(String text) {
    return switch (text) {
      case "" -> EdtfInterval.End.UNKNOWN;
      case ".." -> EdtfInterval.End.OPEN;
      default -> EdtfInterval.End.at(date(text));
    };
  }

  private static EdtfSet set(String text) {
    boolean all = text.startsWith("{");
    if (!text.endsWith(all ? "}" : "]") || text.length() < 3) {
      throw new NotADate(
          "not-a-set", "A set is written [2021-08,2021-09] (one of) or {2021,2022} (all of).");
    }
    List<EdtfSet.Element> elements = new ArrayList<>();
    for (String element : text.substring(1, text.length() - 1).split(",", -1)) {
      elements.add(element(element.strip()));
    }
    requireOpenOnlyOutside(elements);
    return new EdtfSet(all, List.copyOf(elements));
  }

  private static EdtfSet.Element element(String text) {
    Matcher range = RANGE.matcher(text);
    return range.matches()
        ? EdtfSet.Element.range(dateOrNothing(range.group(1)), dateOrNothing(range.group(2)))
        : EdtfSet.Element.of(date(text));
  }

  private static void requireOpenOnlyOutside(List<EdtfSet.Element> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if ((i > 0 && elements.get(i).first() == null)
          || (i < elements.size() - 1 && elements.get(i).last() == null)) {
        throw new NotADate(
            "not-a-set", "Only the first date of a set may have '..' before it, the last after.");
      }
    }
  }

  private static @Nullable EdtfDate dateOrNothing(String text) {
    return text.isEmpty() ? null : date(text);
  }

  private static EdtfDate date(String text) {
    Matcher lettered = LETTERED.matcher(text);
    if (lettered.matches()) {
      return new EdtfDate(longYear(lettered.group(1)), 0, 0, 0, "", lettered.group(2));
    }
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      throw EdtfRemedy.unreadable(text);
    }
    String digits = date.group("year");
    int unspecified = (int) digits.chars().filter(digit -> digit == 'X').count();
    int year = Integer.parseInt(digits.replace('X', '0'));
    boolean negative = !date.group("sign").isEmpty();
    int month = part(date.group("month"));
    int day = part(date.group("day"));
    requireYear(text, negative, year, unspecified, month);
    requireMonth(text, month, day);
    return new EdtfDate(
        negative ? -year : year,
        unspecified,
        month,
        day,
        time(date.group("time"), day),
        date.group("qualifier"));
  }

  private static int part(@Nullable String digits) {
    if (digits == null) {
      return EdtfDate.ABSENT;
    }
    if (digits.equals("XX")) {
      return EdtfDate.UNSPECIFIED;
    }
    int part = Integer.parseInt(digits);
    if (part == 0) {
      throw new NotADate(
          "date-does-not-exist",
          "There is no month or day 00. Leave out what is not known, or write XX.");
    }
    return part;
  }

  private static int longYear(String digits) {
    try {
      int year = Integer.parseInt(digits);
      if (Math.abs((long) year) <= 999_999_999) {
        return year;
      }
    } catch (NumberFormatException tooLong) {
      // refused below, like any other year beyond the calendar
    }
    throw new NotADate("out-of-range", "Years have at most nine digits here.");
  }

  private static void requireYear(
      String text, boolean negative, int year, int unspecified, int month) {
    if (negative && year == 0) {
      throw new NotADate(
          "date-does-not-exist", "There is no year -0000; the year before 0001 is 0000.");
    }
    if (unspecified > 0 && month != EdtfDate.ABSENT) {
      throw EdtfRemedy.unreadable(text);
    }
  }

  private static void requireMonth(String text, int month, int day) {
    boolean season = month >= 21 && month <= 24;
    if (month > 12 && !season) {
      throw new NotADate(
          "date-does-not-exist",
          "There is no month %d. Months are 01 to 12, seasons 21 to 24 (spring to winter)."
              .formatted(month));
    }
    if (season && day != EdtfDate.ABSENT) {
      throw new NotADate("date-does-not-exist", "A season has no days. Name the month instead.");
    }
    if (month == EdtfDate.UNSPECIFIED && day > 0) {
      throw EdtfRemedy.unreadable(text);
    }
    if (day > 31) {
      throw new NotADate("date-does-not-exist", "No month has a day %d.".formatted(day));
    }
  }

  private static String time(@Nullable String text, int day) {
    if (text == null) {
      return "";
    }
    Matcher time = TIME.matcher(text);
    try {
      if (day > 0 && time.matches()) {
        LocalTime.parse(time.group(1));
        if (time.group(2) != null) {
          ZoneOffset.of(time.group(2));
        }
        return text;
      }
    } catch (DateTimeException e) {
      // refused below, like any other time that is not one
    }
    throw new NotADate(
        "not-a-time",
        "A time follows a full date and is written T23:20:30, T23:20:30Z or" + " T23:20:30+01:00.");
  }
}
