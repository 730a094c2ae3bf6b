package org.toguna.kit.values;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** From one date to another; an end that is not a date is {@code ..} (open) or empty (unknown). */
record EdtfInterval(End start, End end) implements Edtf {

  /** One end of an interval: a date, or what stands in the place of one. */
  record End(@Nullable EdtfDate date, String instead) {
    static final End OPEN = new End(null, "..");
    static final End UNKNOWN = new End(null, "");

    static End at(EdtfDate date) {
      return new End(date, "");
    }

    @Override
    public String toString() {
      return date == null ? instead : date.toString();
    }
  }

  EdtfInterval {
    if (start.date() == null && end.date() == null) {
      throw new NotADate(
          "says-nothing", "An interval has a date at one end at least, such as 2021-08/..");
    }
    if (start.date() != null
        && end.date() != null
        && start.date().from().isAfter(end.date().to())) {
      throw new NotADate(
          "end-before-start",
          "%s ends before it starts. Exchange the two dates.".formatted(start + "/" + end));
    }
  }

  @Override
  public @Nullable LocalDate from() {
    return start.date() == null ? null : start.date().from();
  }

  @Override
  public @Nullable LocalDate to() {
    return end.date() == null ? null : end.date().to();
  }

  @Override
  public boolean isQualified() {
    return (start.date() != null && start.date().isQualified())
        || (end.date() != null && end.date().isQualified());
  }

  @Override
  public Edtf cut(ChronoUnit finest) {
    return new EdtfInterval(
        start.date() == null ? start : End.at(start.date().cuts(finest).getFirst()),
        end.date() == null ? end : End.at(end.date().cuts(finest).getLast()));
  }

  @Override
  public String toString() {
    return start + "/" + end;
  }
}
