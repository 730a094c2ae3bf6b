package org.toguna.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.toguna.cases.inspection.Bounds;

/** An incident is put where it certainly was, and nowhere else. */
class WindowsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  @Test
  void whatCanLieOnBothSidesIsToldApart() {
    var windows = new Windows(new Span(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 20)), 2);
    add(windows, "2026-03-01", "2026-03-01"); // the month before
    add(windows, "2026-01-20", "2026-01-25"); // the one before that
    add(windows, "2026-02-01", "2026-02-28"); // one of both
    add(windows, "2026-03-21", "2026-03-21"); // the first day after
    add(windows, "2026-05-20", "2026-05-20"); // the last one
    add(windows, "2026-03-01", "2026-03-31"); // either side
    add(windows, "2026-03-15", "2026-03-15"); // while it may have begun
    add(windows, null, null);
    add(windows, "2026-01-01", "2026-01-31"); // may be before the window
    add(windows, null, "2026-01-31");
    add(windows, "2026-05-01", null); // may be after the window

    ViolenceAnswer answer = windows.answer(1, 0, TODAY);

    assertThat(answer.before().incidents()).isEqualTo(3);
    assertThat(months(answer.before())).isEqualTo("1,1");
    assertThat(answer.before().monthUnknown()).isEqualTo(1);
    assertThat(answer.after().incidents()).isEqualTo(2);
    assertThat(months(answer.after())).isEqualTo("1,1");
    assertThat(answer.spanning()).isEqualTo(3);
    assertThat(answer.onTheEdge()).isEqualTo(3);
    assertThat(answer.afterIsOver()).isTrue();
  }

  @Test
  void theWindowsAreOfTheSameLengthAndHaveNoGaps() {
    LocalDate day = LocalDate.of(2026, 1, 31);
    ViolenceAnswer answer = new Windows(new Span(day, day), 3).answer(0, 0, TODAY);

    assertThat(answer.before().months().getFirst().to()).isEqualTo(day.minusDays(1));
    assertThat(answer.before().months().getLast().from()).isEqualTo(day.minusMonths(3));
    assertThat(answer.after().months().getFirst().from()).isEqualTo(day.plusDays(1));
    assertThat(answer.after().months().getLast().to()).isEqualTo(day.plusMonths(3));
    for (ViolenceAnswer.Side side : new ViolenceAnswer.Side[] {answer.before(), answer.after()}) {
      for (int i = 1; i < 3; i++) {
        var one = side.months().get(i - 1);
        var next = side.months().get(i);
        assertThat(
                one.to().plusDays(1).equals(next.from())
                    || next.to().plusDays(1).equals(one.from()))
            .isTrue();
      }
    }
  }

  private static String months(ViolenceAnswer.Side side) {
    return side.months().stream()
        .map(month -> String.valueOf(month.incidents()))
        .collect(Collectors.joining(","));
  }

  private static void add(Windows windows, @Nullable String from, @Nullable String to) {
    windows.add(
        new Bounds(
            from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
  }
}
