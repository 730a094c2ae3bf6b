package org.toguna.ingest.mentions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a report came out, as far as is known; either bound may be open. */
public record Publication(@Nullable LocalDate from, @Nullable LocalDate to) {

  public static final Publication UNKNOWN = new Publication(null, null);

  public static Publication on(LocalDate day) {
    return new Publication(day, day);
  }

  /** The day, where one is known exactly enough to count back from. */
  @Nullable LocalDate day() {
    return from != null && from.equals(to) ? from : null;
  }
}
