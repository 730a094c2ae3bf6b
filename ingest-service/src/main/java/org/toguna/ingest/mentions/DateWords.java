package org.toguna.ingest.mentions;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Months, counts and units of time in both languages, folded. */
final class DateWords {

  private static final List<String> ENGLISH =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> FRENCH =
      List.of(
          "janvier",
          "fevrier",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre");
  private static final List<String> SHORT =
      List.of("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sept", "oct", "nov", "dec");

  static final String MONTH =
      "("
          + String.join("|", ENGLISH)
          + "|"
          + String.join("|", FRENCH)
          + "|"
          + "jan|feb|apr|jun|jul|aug|sept|oct|nov|dec"
          + ")";
  static final String COUNT =
      "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several"
          + "|couple of|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quelques|plusieurs)";
  static final String UNIT =
      "(days?|weeks?|months?|years?|decades?|jours?|semaines?|mois|ans?|annees?|decennies?)";

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> JOURS =
      List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
  static final String WEEKDAY = String.join("|", DAYS) + "|" + String.join("|", JOURS);

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    var english =
        List.of(
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve");
    var french =
        List.of(
            "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
            "onze", "douze");
    for (int i = 1; i <= 12; i++) {
      NUMBERS.put(english.get(i), i);
      NUMBERS.put(french.get(i), i);
    }
    NUMBERS.put("a", 1);
    NUMBERS.put("an", 1);
    NUMBERS.put("une", 1);
  }

  private DateWords() {}

  static int month(String word) {
    for (var names : List.of(ENGLISH, FRENCH, SHORT)) {
      int at = names.indexOf(word);
      if (at >= 0) {
        return at + 1;
      }
    }
    throw new IllegalArgumentException("no month: " + word);
  }

  /** Monday is 1. */
  static int weekday(String word) {
    return Math.max(DAYS.indexOf(word), JOURS.indexOf(word)) + 1;
  }

  /** How many, or null for "a few" and the like. */
  static @Nullable Integer count(String word) {
    return word.matches("\\d{1,6}") ? Integer.valueOf(word) : NUMBERS.get(word);
  }

  /** A month back by so many units, or null where the unit is finer than a month. */
  static @Nullable YearMonth back(YearMonth from, int count, String unit) {
    if (unit.startsWith("month") || unit.equals("mois")) {
      return from.minusMonths(count);
    }
    if (unit.startsWith("year") || unit.startsWith("an")) {
      return from.minusYears(count);
    }
    return null;
  }
}
