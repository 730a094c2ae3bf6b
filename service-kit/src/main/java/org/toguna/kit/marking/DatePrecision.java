package org.toguna.kit.marking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fine a date may be shown, from coarse to fine. */
@Schema(description = "How fine a date may be shown, from coarse to fine.")
public enum DatePrecision {
  year,
  month,
  day;

  public boolean finerThan(DatePrecision other) {
    return compareTo(other) > 0;
  }

  public DatePrecision coarser(DatePrecision other) {
    return finerThan(other) ? other : this;
  }
}
