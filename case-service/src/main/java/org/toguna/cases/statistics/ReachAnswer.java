package org.toguna.cases.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.statistics.Reach.LeftOut;
import org.toguna.kit.paging.Page;

/**
 * How many days it took to reach the other side, over the cases that the reader may list.
 *
 * @param cases how many the filters leave
 * @param n in how many of them the days are told, to bounds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DaysToContact", description = "How many days it took to reach the other side.")
record ReachAnswer(
    @Schema(minimum = "0", maximum = "50000") int cases,
    @Schema(minimum = "0", maximum = "50000") int n,
    Excluded leftOut,
    @Schema(description = "Half took no longer; a band, since dates are uncertain") Days median,
    @Schema(description = "The quickest") Days least,
    @Schema(description = "The slowest") Days most,
    @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {

  /** Cases that no days can be told of, by the reason. */
  @Schema(name = "DaysToContactLeftOut", description = "Cases without days, by the reason.")
  record Excluded(
      @Schema(minimum = "0", maximum = "50000") int startUnknown,
      @Schema(minimum = "0", maximum = "50000") int startOpen,
      @Schema(
              description = "No contact is told of; it may have been made all the same",
              minimum = "0",
              maximum = "50000")
          int noContact,
      @Schema(minimum = "0", maximum = "50000") int contactUndated,
      @Schema(minimum = "0", maximum = "50000") int contactBeforeStart) {}

  /** Days that the dates leave open between two; neither is there where nothing is told. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DaysBand", description = "Days that dates leave open between two.")
  record Days(
      @Schema(minimum = "0", maximum = "4000000") @Nullable Double low,
      @Schema(minimum = "0", maximum = "4000000") @Nullable Double high) {}

  static ReachAnswer of(List<Reach> all, @Nullable Boolean undatedLeftOut) {
    long[] shortest = sorted(all, Reach::shortest);
    long[] longest = sorted(all, Reach::longest);
    return new ReachAnswer(
        all.size(),
        shortest.length,
        new Excluded(
            leftOut(all, LeftOut.START_UNKNOWN),
            leftOut(all, LeftOut.START_OPEN),
            leftOut(all, LeftOut.NO_CONTACT),
            leftOut(all, LeftOut.CONTACT_UNDATED),
            leftOut(all, LeftOut.CONTACT_BEFORE_START)),
        // What is in the middle grows with each of them: its bounds are those of the bounds.
        days(shortest, longest, ReachAnswer::middle),
        days(shortest, longest, sorted -> sorted[0]),
        days(shortest, longest, sorted -> sorted[sorted.length - 1]),
        undatedLeftOut);
  }

  private static Days days(long[] shortest, long[] longest, Function<long[], Number> of) {
    return shortest.length == 0
        ? new Days(null, null)
        : new Days(of.apply(shortest).doubleValue(), of.apply(longest).doubleValue());
  }

  private static Number middle(long[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
  }

  private static long[] sorted(List<Reach> all, Function<Reach, @Nullable Long> days) {
    return all.stream()
        .map(days)
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }

  private static int leftOut(List<Reach> all, LeftOut reason) {
    return (int) all.stream().filter(one -> one.leftOut() == reason).count();
  }
}
