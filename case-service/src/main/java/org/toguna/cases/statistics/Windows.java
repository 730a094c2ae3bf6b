package org.toguna.cases.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Bounds;

/**
 * Two windows of the same length around a cut that is known to bounds. Each incident is put where
 * it certainly was, and nowhere else.
 */
final class Windows {
  private final LocalDate cutFrom;
  private final LocalDate cutTo;
  private final Counted before;
  private final Counted after;
  private int spanning;
  private int onTheEdge;

  Windows(Span cut, int months) {
    this.cutFrom = cut.from();
    this.cutTo = cut.to();
    var back = new ArrayList<Span>();
    var forth = new ArrayList<Span>();
    for (int i = 0; i < months; i++) {
      back.add(new Span(cutFrom.minusMonths(i + 1L), cutFrom.minusMonths(i).minusDays(1)));
      forth.add(new Span(cutTo.plusMonths(i).plusDays(1), cutTo.plusMonths(i + 1L)));
    }
    this.before = new Counted(back);
    this.after = new Counted(forth);
  }

  /** The first day of the window before. */
  LocalDate from() {
    return before.months.getLast().from();
  }

  /** The last day of the window after. */
  LocalDate to() {
    return after.months.getLast().to();
  }

  /** Counts one that can lie in the windows. */
  void add(Bounds when) {
    boolean certainlyBefore = when.to() != null && when.to().isBefore(cutFrom);
    boolean certainlyAfter = when.from() != null && when.from().isAfter(cutTo);
    if (certainlyBefore || certainlyAfter) {
      boolean within =
          certainlyBefore
              ? when.from() != null && !when.from().isBefore(from())
              : when.to() != null && !when.to().isAfter(to());
      if (within) {
        (certainlyBefore ? before : after).add(when);
      } else {
        onTheEdge++;
      }
    } else {
      spanning++;
    }
  }

  ViolenceAnswer answer(int places, int placesNotFound, LocalDate today) {
    return new ViolenceAnswer(
        cutFrom,
        cutTo,
        before.months.size(),
        places,
        placesNotFound,
        to().isBefore(today),
        before.side(),
        after.side(),
        spanning,
        onTheEdge);
  }

  /** One window, with the month next to the cut first. */
  private static final class Counted {
    private final List<Span> months;
    private final int[] incidents;
    private int monthUnknown;

    Counted(List<Span> months) {
      this.months = months;
      this.incidents = new int[months.size()];
    }

    void add(Bounds when) {
      for (int i = 0; i < incidents.length; i++) {
        if (holds(months.get(i), when.from()) && holds(months.get(i), when.to())) {
          incidents[i]++;
          return;
        }
      }
      monthUnknown++;
    }

    private static boolean holds(Span month, @Nullable LocalDate day) {
      return day != null && !day.isBefore(month.from()) && !day.isAfter(month.to());
    }

    ViolenceAnswer.Side side() {
      var counted = new ArrayList<ViolenceAnswer.Month>();
      int sum = monthUnknown;
      for (int i = 0; i < incidents.length; i++) {
        counted.add(
            new ViolenceAnswer.Month(months.get(i).from(), months.get(i).to(), incidents[i]));
        sum += incidents[i];
      }
      return new ViolenceAnswer.Side(sum, counted, monthUnknown);
    }
  }
}
