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
 * @param undated what becomes of records without bounds
 * @param after the last row of the page before
 * @param division what else it must and must not lie in, where another division was asked for
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
    Undated undated,
    @Nullable UUID actor,
    @Nullable UUID link,
    @Nullable Instant updatedSince,
    @Nullable String text,
    @Nullable After after,
    int limit,
    @Nullable InDivision division) {
  /** By the units that records carry. */
  public RecordQuery(
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
      Undated undated,
      @Nullable UUID actor,
      @Nullable UUID link,
      @Nullable Instant updatedSince,
      @Nullable String text,
      @Nullable After after,
      int limit) {
    this(
        kind,
        type,
        status,
        stage,
        tlp,
        unit,
        unitLevel,
        box,
        from,
        to,
        undated,
        actor,
        link,
        updatedSince,
        text,
        after,
        limit,
        null);
  }

  /** The same in a division. */
  public RecordQuery in(@Nullable InDivision other) {
    return new RecordQuery(
        kind,
        type,
        status,
        stage,
        tlp,
        other == null ? unit : other.unit(),
        other == null ? unitLevel : other.unitLevel(),
        box,
        from,
        to,
        undated,
        actor,
        link,
        updatedSince,
        text,
        after,
        limit,
        other);
  }

  /** Degrees, WGS 84; boxes do not cross the antimeridian. */
  public record BoundingBox(double west, double south, double east, double north) {}

  /** A place in the stable order of a list. */
  public record After(LocalDate sortDate, UUID id) {}

  /** A query for everything of a kind. */
  public static RecordQuery all(String kind, int limit) {
    return all(kind, null, limit);
  }

  /** The same from after a row. */
  public static RecordQuery all(String kind, @Nullable After after, int limit) {
    return new RecordQuery(
        kind,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        Undated.FALSE,
        null,
        null,
        null,
        null,
        after,
        limit);
  }

  /** Whether records that nobody can date are left out that match whatever else is asked. */
  public boolean leavesUndatedOut() {
    return undated == Undated.FALSE && (from != null || to != null);
  }

  /** The first of those that are left out so. */
  RecordQuery leftOut() {
    return new RecordQuery(
            kind, type, status, stage, tlp, unit, unitLevel, box, null, null, Undated.ONLY, actor,
            link, updatedSince, text, null, 1)
        .in(division);
  }
}
