package org.toguna.kit.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a view can be found by. Taken from the view itself, full or blurred, never from the record
 * behind it: a reader's filters can find nothing that the reader's view does not say.
 *
 * @param path ids of country, adm1, adm2, adm3 and place, coarse to fine, null where not given
 * @param otherUnits ids of further places and their units
 * @param codes what records of the kind are compared by: codes, ids and days, each after its name
 *     and a colon, as {@code lever:kinship}; never words, nor a place
 */
public record Facets(
    @Nullable String type,
    @Nullable String status,
    @Nullable String stage,
    List<@Nullable String> path,
    List<String> otherUnits,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<UUID> actors,
    Set<UUID> links,
    String text,
    Set<String> codes) {

  /** A view that is found, and not compared. */
  public Facets(
      @Nullable String type,
      @Nullable String status,
      @Nullable String stage,
      List<@Nullable String> path,
      List<String> otherUnits,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Set<UUID> actors,
      Set<UUID> links,
      String text) {
    this(type, status, stage, path, otherUnits, lat, lon, from, to, actors, links, text, Set.of());
  }

  /** Undated records stand behind all dated ones. */
  static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

  LocalDate sortDate() {
    return from != null ? from : to != null ? to : UNDATED;
  }

  @Nullable String unit(int level) {
    return level < path.size() ? path.get(level) : null;
  }
}
