package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an uncertain date must hold to: it exists, its parts agree, and it says something. */
final class UncertainDateRules {
  private static final Pattern FULL_DATE = Pattern.compile("-?\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern LONG_DATE = Pattern.compile("[+-]\\d{5,9}-\\d\\d-\\d\\d");

  private UncertainDateRules() {}

  static List<Flaw> flaws(UncertainDate date, JsonPointer at) {
    Flaws flaws = new Flaws(at);
    Edtf said = edtf(date.edtf(), flaws);
    bound("from", date.from(), flaws);
    bound("to", date.to(), flaws);
    order(date, flaws);
    if (said != null && date.anchor() == null) {
      agreement(date, said, flaws);
    }
    flaws.atMost("asStated", date.asStated(), UncertainDate.LONGEST_WORDS);
    flaws.atMost("because", date.because(), UncertainDate.LONGEST_WORDS);
    if (date.anchor() != null) {
      flaws.addAll(date.anchor().flaws(flaws.member("anchor")));
    }
    flaws.unless(
        date.edtf() != null
            || date.from() != null
            || date.to() != null
            || date.anchor() != null
            || (date.asStated() != null && !date.asStated().isBlank()),
        "",
        "says-nothing",
        "Give edtf, bounds or the words of the source in asStated; or leave the date out and say"
            + " in states that it is unknown.");
    return flaws.found();
  }

  private static @Nullable Edtf edtf(@Nullable String text, Flaws flaws) {
    try {
      return text == null ? null : Edtf.of(text);
    } catch (NotADate e) {
      flaws.unless(false, "edtf", e.code(), e.getMessage());
      return null;
    }
  }

  private static void bound(String member, @Nullable String text, Flaws flaws) {
    if (text == null) {
      return;
    }
    if (!FULL_DATE.matcher(text).matches() && !LONG_DATE.matcher(text).matches()) {
      flaws.unless(false, member, "not-a-date", "A bound is a full date, such as 2021-08-05.");
      return;
    }
    try {
      Edtf.of(text); // explains what a calendar only refuses
    } catch (NotADate e) {
      if (FULL_DATE.matcher(text).matches()) {
        flaws.unless(false, member, e.code(), e.getMessage());
        return;
      }
    }
    flaws.unless(
        UncertainDate.day(text).isPresent(), member, "date-does-not-exist", "No such day.");
  }

  private static void order(UncertainDate date, Flaws flaws) {
    LocalDate earliest = date.earliest();
    LocalDate latest = date.latest();
    flaws.unless(
        earliest == null || latest == null || !earliest.isAfter(latest),
        "to",
        "end-before-start",
        "%s is before %s. Exchange the two bounds.".formatted(latest, earliest));
  }

  private static void agreement(UncertainDate date, Edtf said, Flaws flaws) {
    LocalDate earliest = date.earliest();
    LocalDate latest = date.latest();
    flaws.unless(
        earliest == null || said.from() == null || !earliest.isAfter(said.from()),
        "from",
        "bounds-disagree",
        "%s can mean %s already. Give a bound no later, or leave it out."
            .formatted(said, said.from()));
    flaws.unless(
        latest == null || said.to() == null || !latest.isBefore(said.to()),
        "to",
        "bounds-disagree",
        "%s can mean %s still. Give a bound no earlier, or leave it out."
            .formatted(said, said.to()));
  }
}
