package org.toguna.kit.marking;

import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.values.UncertainDate;

/** How fine a date may be shown, from coarse to fine. */
@Schema(description = "How fine a date may be shown, from coarse to fine.")
public enum DatePrecision {
  year(ChronoUnit.YEARS),
  month(ChronoUnit.MONTHS),
  day(ChronoUnit.DAYS);

  private final ChronoUnit unit;

  DatePrecision(ChronoUnit unit) {
    this.unit = unit;
  }

  /** The date no finer than this, its bounds widened to match. */
  public UncertainDate cut(UncertainDate date) {
    return date.cut(unit);
  }

  public boolean finerThan(DatePrecision other) {
    return compareTo(other) > 0;
  }

  public DatePrecision coarser(DatePrecision other) {
    return finerThan(other) ? other : this;
  }
}
