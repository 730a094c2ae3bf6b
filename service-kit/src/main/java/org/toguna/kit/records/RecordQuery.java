package org.toguna.kit.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a list. Filters combine; each narrows the reader's own views before
 * anything is counted.
 *
 * @param unitLevel where {@code unit} stands in the tree, as {@link Units} says
 * @param from together with {@code to}: bounds that a record's own bounds must overlap
 * @param after the last row of the page before
 */
public record RecordQuery(
    String kind,
    @Nullable String type,
    @Nullable String status,
    @Nullable String stage,
    @Nullable String tlp,
    @Nullable String unit,
    int unitLevel,
    @Nullable BoundingBox box,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID actor,
    @Nullable UUID link,
    @Nullable Instant updatedSince,
    @Nullable String text,
    @Nullable After after,
    int limit) {
  /** Degrees, WGS 84; boxes do not cross the antimeridian. */
  public record BoundingBox(double west, double south, double east, double north) {}

  /** A place in the stable order of a list. */
  public record After(LocalDate sortDate, UUID id) {}

  /** A query for everything of a kind. */
  public static RecordQuery all(String kind, int limit) {
    return new RecordQuery(
        kind, null, null, null, null, null, 0, null, null, null, null, null, null, null, null,
        limit);
  }
}
