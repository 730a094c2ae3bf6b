package org.toguna.ingest.mentions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/** Closes open dates through the dated passages around them, or through the day of publication. */
final class DateResolution {

  private final Segments segments;
  private final List<DateFound> dates;
  private final Publication published;

  DateResolution(Segments segments, List<DateFound> dates, Publication published) {
    this.segments = segments;
    this.dates = dates;
    this.published = published;
  }

  List<DateFound> resolved() {
    return dates.stream().map(date -> date.with(resolve(date))).toList();
  }

  private When resolve(DateFound date) {
    return switch (date.needs()) {
      case NOTHING, CANNOT -> date.when();
      case YEAR_OF_LAST -> orElse(throughPassage(date), throughPublication(date), date.when());
      case YEAR -> date.when();
      case DAY_OF_SPEECH -> orElse(null, counted(date), date.when());
      case EARLIER_DATE -> orElse(upTo(date), null, date.when());
    };
  }

  private static When orElse(@Nullable When one, @Nullable When other, When last) {
    return one != null ? one : other != null ? other : last;
  }

  /**
   * "Last August" beside "in August 2021" in the same section is that August, if the whole text
   * knows no other; what it rests on is both passages.
   */
  private @Nullable When throughPassage(DateFound date) {
    var sameMonth = dates.stream().filter(other -> isMonth(other, date.month())).toList();
    var years = sameMonth.stream().map(other -> year(other.when())).distinct().toList();
    if (years.size() != 1) {
      return null;
    }
    int section = section(date.span());
    return sameMonth.stream()
        .filter(other -> section(other.span()) == section)
        .findFirst()
        .map(
            other ->
                month(YearMonth.of(years.getFirst(), date.month()))
                    .derived(
                        date.when().asStated(),
                        List.of(date.span(), other.span()),
                        "the same section dates that month: " + other.when().asStated()))
        .orElse(null);
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
    int section = section(date.span());
    DateFound anchor = null;
    for (var other : dates) {
      if (other.span().start() < date.span().start()
          && other.needs() == DateFound.Needs.NOTHING
          && section(other.span()) == section
          && paragraphsBetween(other.span(), date.span()) <= 1) {
        anchor = other;
      }
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
    int between = 0;
    for (var paragraph : segments.paragraphs()) {
      between +=
          paragraph.span().start() > one.start() && paragraph.span().start() <= other.start()
              ? 1
              : 0;
    }
    return between;
  }

  private int section(Span span) {
    return segments.paragraphAt(span.start()).section();
  }

  private static boolean isMonth(DateFound other, int month) {
    var from = other.when().from();
    var to = other.when().to();
    return other.needs() == DateFound.Needs.NOTHING
        && from != null
        && to != null
        && from.getMonthValue() == month
        && YearMonth.from(from).equals(YearMonth.from(to));
  }

  private static int year(When when) {
    return Objects.requireNonNull(when.from()).getYear();
  }

  private static When month(YearMonth month) {
    return When.stated(month.toString(), month.atDay(1), month.atEndOfMonth(), "");
  }

  private static When year(int year) {
    return When.stated(
        String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "");
  }
}
