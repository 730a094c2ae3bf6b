package org.toguna.kit.values;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether something may still lie ahead, or was so a short while ago that it may still hold. */
public final class Ahead {
  /** How long what was last known of armed men is taken to hold still. */
  private static final int DAYS_FRESH = 90;

  private static final Pattern ONE_YEAR_OR_MONTH = Pattern.compile("\\d{4}(-\\d\\d)?[~?%]?");

  private Ahead() {}

  /**
   * Whether it may be later than today. What is known to the month or year only, and may have
   * begun, is not taken for a plan.
   */
  public static boolean mayBe(@Nullable UncertainDate date, LocalDate today) {
    if (date == null) {
      return false;
    }
    LocalDate earliest = date.earliest();
    LocalDate latest = date.latest();
    if (earliest != null && earliest.isAfter(today)) {
      return true;
    }
    boolean vague = date.edtf() != null && ONE_YEAR_OR_MONTH.matcher(date.edtf()).matches();
    return !vague && latest != null && latest.isAfter(today);
  }

  /** Whether its last possible day is to come still, or not known. */
  public static boolean mayEndLater(@Nullable UncertainDate date, LocalDate today) {
    return date == null || date.latest() == null || !date.latest().isBefore(today);
  }

  /** Whether the last of these days is not long ago, or none of them is known. */
  public static boolean mayHoldStill(LocalDate today, @Nullable UncertainDate... known) {
    LocalDate last = null;
    for (UncertainDate date : known) {
      LocalDate latest = date == null ? null : date.latest();
      last = latest != null && (last == null || latest.isAfter(last)) ? latest : last;
    }
    return last == null || !last.plusDays(DAYS_FRESH).isBefore(today);
  }
}
