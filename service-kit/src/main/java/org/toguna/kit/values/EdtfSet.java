package org.toguna.kit.values;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of several dates ({@code [..]}) or all of them ({@code {..}}). */
record EdtfSet(boolean all, List<Element> elements) implements Edtf {

  /** A date or a range of dates; a range may lack its first or last date. */
  record Element(@Nullable EdtfDate first, @Nullable EdtfDate last, boolean range) {

    static Element of(EdtfDate date) {
      return new Element(date, date, false);
    }

    static Element range(@Nullable EdtfDate first, @Nullable EdtfDate last) {
      return new Element(first, last, true);
    }

    Element {
      if (first == null && last == null) {
        throw new NotADate("says-nothing", "A range in a set has a date at one end at least.");
      }
      if (first != null && last != null && first.from().isAfter(last.to())) {
        throw new NotADate(
            "end-before-start",
            "%s..%s ends before it starts. Exchange the two dates.".formatted(first, last));
      }
    }

    @Nullable LocalDate from() {
      return first == null ? null : first.from();
    }

    @Nullable LocalDate to() {
      return last == null ? null : last.to();
    }

    List<Element> cuts(ChronoUnit finest) {
      if (!range) {
        return Objects.requireNonNull(first).cuts(finest).stream().map(Element::of).toList();
      }
      EdtfDate start = first == null ? null : first.cuts(finest).getFirst();
      EdtfDate end = last == null ? null : last.cuts(finest).getLast();
      return List.of(
          start != null && start.equals(end) ? Element.of(start) : Element.range(start, end));
    }

    @Override
    public String toString() {
      return range
          ? Objects.toString(first, "") + ".." + Objects.toString(last, "")
          : Objects.toString(first);
    }
  }

  /** The date itself if there is only one. */
  static Edtf oneOf(List<EdtfDate> dates) {
    return dates.size() == 1
        ? dates.getFirst()
        : new EdtfSet(false, dates.stream().map(Element::of).toList());
  }

  @Override
  public @Nullable LocalDate from() {
    return outermost(Element::from, (one, other) -> one.isBefore(other) ? one : other);
  }

  @Override
  public @Nullable LocalDate to() {
    return outermost(Element::to, (one, other) -> one.isAfter(other) ? one : other);
  }

  private @Nullable LocalDate outermost(
      Function<Element, @Nullable LocalDate> side, BinaryOperator<LocalDate> outer) {
    LocalDate found = null;
    for (Element element : elements) {
      LocalDate bound = side.apply(element);
      if (bound == null) {
        return null;
      }
      found = found == null ? bound : outer.apply(found, bound);
    }
    return found;
  }

  @Override
  public boolean isQualified() {
    return elements.stream()
        .anyMatch(
            element ->
                (element.first() != null && element.first().isQualified())
                    || (element.last() != null && element.last().isQualified()));
  }

  @Override
  public Edtf cut(ChronoUnit finest) {
    Set<Element> cut = new LinkedHashSet<>();
    elements.forEach(element -> cut.addAll(element.cuts(finest)));
    Element only = cut.iterator().next();
    return cut.size() == 1 && !only.range()
        ? Objects.requireNonNull(only.first())
        : new EdtfSet(all, new ArrayList<>(cut));
  }

  @Override
  public String toString() {
    return elements.stream()
        .map(Element::toString)
        .collect(Collectors.joining(",", all ? "{" : "[", all ? "}" : "]"));
  }
}
