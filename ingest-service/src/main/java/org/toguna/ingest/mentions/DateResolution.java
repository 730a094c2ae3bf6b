package org.toguna.ingest.mentions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/** Closes open dates through the dated passages around them, or through the day of publication. */
final class DateResolution {

  private static final int BEFORE = 14;
  private static final int AROUND = 120;
  private static final Pattern AHEAD_OF =
      Pattern.compile(
          "(?:\\b(?:until|till|by|before|jusqu'au|jusqu'a|jusqu au|avant le|d'ici le|d'ici au|au plus tard le)) (?:the |le )?$");
  private static final Pattern AHEAD =
      Pattern.compile(
          "\\b(?:will|shall|planned for|scheduled for|expected on|due on|postponed|prevue?s?|prochaine?|sera|seront|aura|auront|reportee?|programmee?|repoussee?)\\b");

  private final Segments segments;
  private final List<DateFound> dates;
  private final Publication published;
  private final Map<Integer, TreeSet<Integer>> yearsOf = new HashMap<>();
  private final Map<String, DateFound> firstOf = new HashMap<>();
  private @Nullable DateFound anchor;

  DateResolution(Segments segments, List<DateFound> dates, Publication published) {
    this.segments = segments;
    this.dates = dates;
    this.published = published;
  }

  List<DateFound> resolved() {
    gather();
    var resolved = new ArrayList<DateFound>(dates.size());
    var calendar = new YearByContext(published);
    for (var date : dates) {
      resolved.add(date.with(resolve(date, calendar)));
      calendar.passed(date, section(date.span()));
      anchor(date);
    }
    return resolved;
  }

  private When resolve(DateFound date, YearByContext calendar) {
    return switch (date.needs()) {
      case NOTHING, CANNOT -> date.when();
      case YEAR_OF_LAST -> orElse(throughPassage(date), throughPublication(date), date.when());
      case YEAR, WEEKDAY ->
          isAhead(date)
              ? date.when()
              : orElse(calendar.resolve(date, section(date.span())), null, date.when());
      case DAY_OF_SPEECH -> orElse(calendar.spoken(date), counted(date), date.when());
      case EARLIER_DATE -> orElse(upTo(date), null, date.when());
    };
  }

  /** "Until 5 October", "will begin on 5 October": a day that may lie ahead has no past. */
  private boolean isAhead(DateFound date) {
    var text = segments.text();
    int from = Math.max(0, date.span().start() - BEFORE);
    var before = Folded.key(text.substring(from, date.span().start())) + " ";
    var own = Folded.key(date.when().asStated());
    var sentence = segments.sentenceAt(date.span().start());
    var around =
        text.substring(
            Math.max(sentence.start(), date.span().start() - AROUND),
            Math.min(sentence.end(), date.span().end() + AROUND));
    return AHEAD_OF.matcher(before).find()
        || own.matches("(?:until|by|jusqu.*)(?: .*)?")
        || AHEAD.matcher(Folded.key(around)).find();
  }

  /** Months of the whole text, and of each section, so that no date walks through all others. */
  private void gather() {
    for (var date : dates) {
      var from = date.when().from();
      if (isMonth(date) && from != null) {
        yearsOf.computeIfAbsent(from.getMonthValue(), any -> new TreeSet<>()).add(from.getYear());
        firstOf.putIfAbsent(from.getMonthValue() + "/" + section(date.span()), date);
      }
    }
  }

  private void anchor(DateFound date) {
    if (date.needs() == DateFound.Needs.NOTHING) {
      anchor = date;
    }
  }

  private static When orElse(@Nullable When one, @Nullable When other, When last) {
    return one != null ? one : other != null ? other : last;
  }

  /**
   * "Last August" beside "in August 2021" in the same section is that August, if the whole text
   * knows no other; what it rests on is both passages.
   */
  private @Nullable When throughPassage(DateFound date) {
    var years = yearsOf.getOrDefault(date.month(), new TreeSet<>());
    var other = firstOf.get(date.month() + "/" + section(date.span()));
    if (years.size() != 1 || other == null) {
      return null;
    }
    return month(YearMonth.of(years.first(), date.month()))
        .derived(
            date.when().asStated(),
            List.of(date.span(), other.span()),
            "the same section dates that month: " + other.when().asStated());
  }

  private @Nullable When throughPublication(DateFound date) {
    var day = published.day();
    if (day == null) {
      return null;
    }
    var month = YearMonth.of(day.getYear(), date.month());
    if (!month.isBefore(YearMonth.from(day))) {
      month = month.minusYears(1);
    }
    return month(month)
        .derived(date.when().asStated(), List.of(date.span()), "by the date of publication");
  }

  private @Nullable When counted(DateFound date) {
    var day = published.day();
    if (day == null || date.count() == null) {
      return null;
    }
    var back =
        DateWords.back(YearMonth.from(day), Objects.requireNonNull(date.count()), date.unit());
    if (back == null) {
      return null;
    }
    var when = date.unit().matches("years?|ans?|annees?") ? year(back.getYear()) : month(back);
    return when.derived(
        date.when().asStated(), List.of(date.span()), "counted back from the date of publication");
  }

  /** "For the previous few months", after a dated sentence: from some time before to that date. */
  private @Nullable When upTo(DateFound date) {
    var anchor = this.anchor;
    if (anchor != null
        && (section(anchor.span()) != section(date.span())
            || paragraphsBetween(anchor.span(), date.span()) > 1)) {
      return null;
    }
    if (anchor == null || anchor.when().to() == null) {
      return null;
    }
    LocalDate to = anchor.when().to();
    LocalDate from = null;
    if (date.count() != null && anchor.when().from() != null) {
      var back = DateWords.back(YearMonth.from(anchor.when().from()), date.count(), date.unit());
      from = back == null ? null : back.atDay(1);
    }
    var edtf =
        "[%s..%s]"
            .formatted(
                from == null ? "" : YearMonth.from(from).toString(), YearMonth.from(to).toString());
    return new When(
        edtf,
        from,
        to,
        date.when().asStated(),
        When.Basis.DERIVED,
        List.of(date.span(), anchor.span()),
        "before " + anchor.when().asStated());
  }

  private int paragraphsBetween(Span one, Span other) {
    return segments.indexAt(other.start()) - segments.indexAt(one.start());
  }

  private int section(Span span) {
    return segments.paragraphAt(span.start()).section();
  }

  private static boolean isMonth(DateFound other) {
    var from = other.when().from();
    var to = other.when().to();
    return other.needs() == DateFound.Needs.NOTHING
        && from != null
        && to != null
        && YearMonth.from(from).equals(YearMonth.from(to));
  }

  private static When month(YearMonth month) {
    return When.stated(month.toString(), month.atDay(1), month.atEndOfMonth(), "");
  }

  private static When year(int year) {
    return When.stated(
        String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "");
  }
}
