package org.toguna.cases.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The inclusive bounds of a time; a side is null where it is open. */
public record Bounds(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** The bounds of an uncertain date in JSON; open where there is none. */
  public static Bounds of(JsonNode date) {
    return new Bounds(day(date.path("from")), day(date.path("to")));
  }

  /** The time that lies in both. */
  public Bounds within(Bounds other) {
    LocalDate start =
        from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
    LocalDate end = to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
    return new Bounds(start, end);
  }

  /** For whoever must correct a date. */
  public String inWords() {
    return from == null
        ? "until %s".formatted(to)
        : "from %s until %s".formatted(from, to == null ? "now" : to);
  }

  private static @Nullable LocalDate day(JsonNode day) {
    return day.isTextual() ? LocalDate.parse(day.asText()) : null;
  }
}
