package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Span;

/** Numbers with the hedge before them and the noun behind: "as many as 80 people". */
final class Quantities {

  private static final String WORDS =
      "half a dozen|une dizaine|une vingtaine|une trentaine|une cinquantaine|une centaine"
          + "|une douzaine|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen"
          + "|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(?:(as many as|up to|at most|jusqu'a|au plus|more than|over|at"
              + " least|plus de|au moins|about|around|nearly|some|almost|environ|pres de|quelque)"
              + " )?(?:([$€£]) ?)?(\\d{1,3}(?:[ ,.]\\d{3}){1,4}|\\d+(?:[.,]\\d+)?|"
              + WORDS
              + "|(?:several |many |plusieurs )?(?:dozens|hundreds|thousands|dizaines|centaines|milliers))"
              + "(?: (million|billion|thousand|millions|milliards|mille))?(?: (?:of|de|d'))?"
              + "(?![\\p{L}\\d])(?: ?(%|per cent|percent|pour cent))?(?: (\\p{L}{3,}))?");
  private static final Set<String> NO_UNIT =
      Set.of(
          "had", "are", "and", "were", "was", "have", "has", "more", "who", "that", "the", "sont",
          "ont", "ete", "est", "qui", "dans", "pour", "plus", "autres", "others", "with", "from",
          "may");
  private static final Map<String, Double> VALUES =
      Map.ofEntries(
          Map.entry("half a dozen", 6d),
          Map.entry("dozen", 12d),
          Map.entry("une douzaine", 12d),
          Map.entry("une dizaine", 10d),
          Map.entry("une vingtaine", 20d),
          Map.entry("une trentaine", 30d),
          Map.entry("une cinquantaine", 50d),
          Map.entry("une centaine", 100d));

  private Quantities() {}

  record Found(Span span, Quantity quantity) {}

  static List<Found> in(String original, Folded folded, Stretches dates, int most) {
    var found = new ArrayList<Found>();
    var matcher = NUMBER.matcher(Pace.over(folded.text()));
    while (found.size() < most && matcher.find()) {
      boolean bare = matcher.group(6) == null || NO_UNIT.contains(matcher.group(6));
      int end = bare && matcher.group(6) != null ? matcher.start(6) - 1 : matcher.end();
      var span = new Span(folded.start(matcher.start()), folded.end(end));
      var number = matcher.group(3);
      // "One" and "un" are articles and pronouns more often than numbers.
      if (!dates.free(span) || number.matches("one|une?")) {
        continue;
      }
      found.add(new Found(span, quantity(matcher.toMatchResult(), span.of(original))));
    }
    return found;
  }

  private static Quantity quantity(MatchResult match, String asStated) {
    var unit =
        match.group(5) != null ? "%" : match.group(2) != null ? match.group(2) : match.group(6);
    if (unit != null && NO_UNIT.contains(unit)) {
      unit = null;
    }
    var value = value(match.group(3), match.group(4));
    if (value == null) {
      return new Quantity(null, null, null, unit, asStated);
    }
    var hedge = match.group(1) == null ? "" : match.group(1);
    return switch (hedge) {
      case "as many as", "up to", "at most", "jusqu'a", "au plus" ->
          new Quantity(null, null, value, unit, asStated);
      case "more than", "over", "at least", "plus de", "au moins" ->
          new Quantity(value, null, null, unit, asStated);
      default -> new Quantity(null, value, null, unit, asStated);
    };
  }

  private static @Nullable Double value(String number, @Nullable String scale) {
    Double value = VALUES.get(number);
    if (value == null && number.matches("[\\d ,.]+")) {
      value = digits(number);
    }
    if (value == null) {
      var counted = DateWords.count(number);
      value = counted == null ? null : Double.valueOf(counted);
    }
    if (value == null || scale == null) {
      return value;
    }
    return value
        * (scale.startsWith("milli") && !scale.equals("milliards")
            ? 1e6
            : scale.startsWith("b") || scale.equals("milliards") ? 1e9 : 1e3);
  }

  /** A group of three digits after a point or comma is thousands; anything else is a fraction. */
  private static double digits(String number) {
    var plain =
        number.matches("\\d{1,3}([ ,.]\\d{3})+")
            ? number.replaceAll("[ ,.]", "")
            : number.replace(',', '.');
    return Double.parseDouble(plain.replace(" ", ""));
  }
}
