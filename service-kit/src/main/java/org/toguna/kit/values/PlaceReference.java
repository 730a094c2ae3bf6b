package org.toguna.kit.values;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;

/**
 * Where something is: an entry of the gazetteer, as finely as the source allows, in the source's
 * own spelling. A place that the source leaves unnamed is known by the unit it lies in.
 *
 * <p>Whoever records gives {@code id} or {@code asStated}; name, level, coordinates and the units
 * around it are filled in from the gazetteer.
 */
@Schema(description = "Where something is, as finely as the source allows.")
public record PlaceReference(
    @Schema(description = "P-code or id in the gazetteer", maxLength = 80) @Nullable String id,
    @Nullable PlaceLevel level,
    @Schema(maxLength = 200) @Nullable String name,
    @Schema(description = "The source's own words", maxLength = PlaceReference.LONGEST)
        @Nullable String asStated,
    @Schema(description = "Code of the list place_precision", maxLength = 40)
        @Nullable String precision,
    @Schema(description = "The source leaves the place unnamed on purpose")
        @Nullable Boolean unnamed,
    @Schema(
            description = "What it is said to lie near, in words, as where it is not named itself",
            maxLength = PlaceReference.LONGEST)
        @Nullable String near,
    @Schema(description = "Units around it, coarse to fine", maxItems = 5) List<Ancestor> within,
    @Schema(minimum = "-90", maximum = "90") @Nullable Double lat,
    @Schema(minimum = "-180", maximum = "180") @Nullable Double lon) {

  static final int LONGEST = 300;

  /** A unit around a place, with its own centroid. */
  @Schema(name = "PlaceAncestor")
  public record Ancestor(
      @Schema(maxLength = 80) String id,
      PlaceLevel level,
      @Schema(maxLength = 200) String name,
      @Schema(minimum = "-90", maximum = "90") @Nullable Double lat,
      @Schema(minimum = "-180", maximum = "180") @Nullable Double lon) {}

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public PlaceReference {
    within = within == null ? List.of() : List.copyOf(within);
  }

  /**
   * The entry found in the gazetteer, with the words and the precision of whoever referred to it.
   */
  public PlaceReference foundAs(PlaceReference entry) {
    return new PlaceReference(
        entry.id,
        entry.level,
        entry.name,
        asStated,
        precision,
        unnamed,
        near,
        entry.within,
        entry.lat,
        entry.lon);
  }

  /** What the source says of it, where no entry is known, with the units that are known around. */
  public PlaceReference inWordsAlone(List<Ancestor> around) {
    return new PlaceReference(id, null, null, asStated, precision, unnamed, near, around, lat, lon);
  }

  /** The units around it and it itself, as they are around what lies in it. */
  public List<Ancestor> asAncestors() {
    if (id == null || level == null || name == null) {
      return within;
    }
    var around = new ArrayList<>(within);
    around.add(new Ancestor(id, level, name, lat, lon));
    return List.copyOf(around);
  }

  /** The same without saying where it is on the earth, nor where the units around it are. */
  public PlaceReference withoutCoordinates() {
    List<Ancestor> around =
        within.stream()
            .map(unit -> new Ancestor(unit.id, unit.level, unit.name, null, null))
            .toList();
    return new PlaceReference(
        id, level, name, asStated, precision, unnamed, near, around, null, null);
  }

  /** What is wrong with it in itself; whether the gazetteer has it, the gazetteer knows. */
  public List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        id != null || asStated != null,
        "id",
        "required",
        "Name the place by its id in the gazetteer, or in the source's words.");
    flaws.atMost("asStated", asStated, LONGEST);
    flaws.atMost("near", near, LONGEST);
    flaws.unless(
        lat == null || Math.abs(lat) <= 90, "lat", "outside-the-world", "Latitude is -90 to 90.");
    flaws.unless(
        lon == null || Math.abs(lon) <= 180,
        "lon",
        "outside-the-world",
        "Longitude is -180 to 180.");
    return flaws.found();
  }
}
