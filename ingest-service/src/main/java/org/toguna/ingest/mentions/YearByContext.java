package org.toguna.ingest.mentions;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.text.Span;

/**
 * The calendar around a date that does not say all: backwards to the nearest past before the report
 * came out, or beside the dated passage told last. Where the two disagree, the date stays open.
 */
final class YearByContext {

  private static final int DOUBTFUL = 150;

  private final Publication published;
  private final Map<Integer, DateFound> last = new HashMap<>();

  YearByContext(Publication published) {
    this.published = published;
  }

  /** Days from first to last. */
  private record Days(LocalDate first, LocalDate last) {}

  /** A date in its section that says its year itself; those that follow are told beside it. */
  void passed(DateFound date, int section) {
    var from = date.when().from();
    var to = date.when().to();
    if (date.needs() == DateFound.Needs.NOTHING
        && from != null
        && to != null
        && from.getYear() == to.getYear()) {
      last.put(section, date);
    }
  }

  @Nullable When resolve(DateFound date, int section) {
    boolean weekday = date.needs() == DateFound.Needs.WEEKDAY;
    var byPublication = weekday ? weekday(date) : byPublication(date);
    var anchor = weekday ? null : last.get(section);
    var beside = anchor == null ? null : beside(date, anchor);
    if (anchor != null && beside == null) {
      return null;
    }
    if (beside == null) {
      return byPublication == null
          ? null
          : derived(date, byPublication, List.of(date.span()), "by the date of publication");
    }
    boolean ahead = published.to() != null && beside.first.isAfter(published.to());
    if (ahead || byPublication != null && !byPublication.equals(beside)) {
      return null;
    }
    return derived(
        date,
        beside,
        List.of(date.span(), Objects.requireNonNull(anchor).span()),
        "told beside " + anchor.when().asStated());
  }

  /** "Yesterday", "three days ago", counted from the day of publication. */
  @Nullable When spoken(DateFound date) {
    var day = published.day();
    if (day == null) {
      return null;
    }
    var words = Folded.key(date.when().asStated());
    Days days = null;
    if (words.equals("yesterday") || words.equals("hier")) {
      days = one(day.minusDays(1));
    } else if (words.equals("the day before yesterday") || words.equals("avant hier")) {
      days = one(day.minusDays(2));
    } else if (words.equals("today") || words.startsWith("aujourd")) {
      days = one(day);
    } else if (date.count() != null && date.unit().matches("days?|jours?")) {
      days = one(day.minusDays(date.count()));
    } else if (date.count() != null && date.unit().matches("weeks?|semaines?")) {
      var back = day.minusWeeks(date.count());
      int give = date.count() == 1 ? 1 : 3;
      days = new Days(back.minusDays(give), back.plusDays(give));
    }
    return days == null
        ? null
        : derived(date, days, List.of(date.span()), "counted back from the date of publication");
  }

  private static Days one(LocalDate day) {
    return new Days(day, day);
  }

  /** The nearest past, if it is the same whichever day of its bounds the report came out. */
  private @Nullable Days byPublication(DateFound date) {
    if (published.from() == null || published.to() == null) {
      return null;
    }
    var early = before(date, published.from());
    var late = before(date, published.to());
    return early != null && early.equals(late) ? late : null;
  }

  private static @Nullable Days before(DateFound date, LocalDate day) {
    for (int year = day.getYear(); year >= day.getYear() - 1; year--) {
      var days = in(date, year);
      if (days != null && !days.first.isAfter(day)) {
        // A month that is not over may be this one or last year's.
        return days.last.isAfter(day) ? null : days;
      }
    }
    return null;
  }

  private static @Nullable Days in(DateFound date, int year) {
    try {
      var month = YearMonth.of(year, date.month());
      return date.day() == 0
          ? new Days(month.atDay(1), month.atEndOfMonth())
          : one(month.atDay(date.day()));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** The one nearest to the dated passage, where no other year comes close. */
  private static @Nullable Days beside(DateFound date, DateFound anchor) {
    var middle = Objects.requireNonNull(anchor.when().from());
    var choices = new ArrayList<Days>();
    for (int year = middle.getYear() - 1; year <= middle.getYear() + 1; year++) {
      var days = in(date, year);
      if (days != null && distance(days, anchor) <= DOUBTFUL) {
        choices.add(days);
      }
    }
    return choices.size() == 1 ? choices.getFirst() : null;
  }

  private static long distance(Days days, DateFound anchor) {
    var from = Objects.requireNonNull(anchor.when().from());
    var to = Objects.requireNonNull(anchor.when().to());
    if (days.first.isAfter(to)) {
      return ChronoUnit.DAYS.between(to, days.first);
    }
    return days.last.isBefore(from) ? ChronoUnit.DAYS.between(days.last, from) : 0;
  }

  /** On the weekday itself, only "last" tells that today is not meant. */
  private @Nullable Days weekday(DateFound date) {
    var day = published.day();
    if (day == null) {
      return null;
    }
    var weekday = DayOfWeek.of(date.day());
    var words = date.when().asStated().toLowerCase(Locale.ROOT);
    boolean lastOne = words.startsWith("last ") || words.endsWith(" dernier");
    return day.getDayOfWeek() == weekday && !lastOne
        ? null
        : one(day.with(TemporalAdjusters.previous(weekday)));
  }

  private static When derived(DateFound date, Days days, List<Span> through, String why) {
    boolean month =
        date.needs() == DateFound.Needs.YEAR && date.day() == 0 && !days.first.equals(days.last);
    var edtf =
        month
            ? YearMonth.from(days.first).toString()
            : days.first.equals(days.last) ? days.first.toString() : days.first + "/" + days.last;
    return When.stated(edtf, days.first, days.last, "")
        .derived(date.when().asStated(), through, why);
  }
}
