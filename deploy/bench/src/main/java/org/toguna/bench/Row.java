package org.toguna.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param limit what the machine allows, in {@code unit}; null where there is none to compare with
 * @param ratio figure by limit, the median over the pairs of turns; null without a limit
 * @param target of the ratio, or of the figure where there is no limit; null if only reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Row(
    String name,
    String unit,
    @Nullable Double limit,
    double figure,
    @Nullable Double ratio,
    @Nullable Double target,
    boolean lessIsBetter,
    @Nullable String note) {

  static Row compared(
      String name, Comparison.Outcome outcome, @Nullable Double target, @Nullable String note) {
    return new Row(
        name,
        "/s",
        outcome.limit(),
        outcome.figure(),
        outcome.ratio(),
        target,
        false,
        note == null ? outcome.costs() : outcome.costs() + "; " + note);
  }

  static Row atLeast(String name, double figure, double target, @Nullable String note) {
    return new Row(name, "/s", null, figure, null, target, false, note);
  }

  static Row atMost(String name, String unit, double figure, double target, @Nullable String note) {
    return new Row(name, unit, null, figure, null, target, true, note);
  }

  static Row reported(String name, String unit, double figure, @Nullable String note) {
    return new Row(name, unit, null, figure, null, null, false, note);
  }

  /** Null where nothing was promised. */
  @Nullable Boolean met() {
    if (target == null) {
      return null;
    }
    double reached = ratio == null ? figure : ratio;
    return lessIsBetter ? reached < target : reached >= target;
  }

  /** By how much it was missed, as a share of the target. */
  String verdict() {
    Boolean met = met();
    if (met == null || target == null) {
      return "";
    }
    double reached = ratio == null ? figure : ratio;
    return met ? "yes" : "no, by %.0f %%".formatted(100 * Math.abs(reached - target) / target);
  }
}
