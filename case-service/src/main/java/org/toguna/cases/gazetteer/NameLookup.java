package org.toguna.cases.gazetteer;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.names.Fold;

/** The lookup of {@link PlaceLookup} over villages of a file, without database or service. */
public final class NameLookup {
  private final PlaceIndex index;

  private NameLookup(PlaceIndex index) {
    this.index = index;
  }

  /**
   * A village as its provider has it.
   *
   * @param provider whose entry it is: entries of others that lie beside it lend it their names
   * @param units ids of the units around it, coarse to fine; at most four
   */
  public record Village(
      String id,
      String provider,
      String name,
      List<String> otherNames,
      List<String> units,
      boolean seatOfUnit,
      double lat,
      double lon) {}

  public static NameLookup over(Collection<Village> villages) {
    return new NameLookup(new PlaceIndex(villages.stream().map(NameLookup::indexed).toList()));
  }

  private static IndexedPlace indexed(Village village) {
    return new IndexedPlace(
        village.id,
        village.provider,
        null,
        PlaceLevel.village,
        village.lat,
        village.lon,
        village.seatOfUnit,
        List.copyOf(village.units),
        village.name,
        village.otherNames);
  }

  /**
   * Candidates for the spellings of one village, likeliest first.
   *
   * @param unit in which it is known to lie
   * @param provider whose entries are asked for
   */
  public List<Candidate> find(
      List<String> spellings, @Nullable String unit, @Nullable String provider, int limit) {
    var run = unit == null ? index.everywhere() : index.run(unit);
    return index.find(
        spellings, run, entry -> provider == null || index.isOf(entry, provider), limit);
  }

  /** A name as it is compared: lower case, no accents, no gaps. */
  public static String plain(String name) {
    return Fold.of(name).replace(" ", "");
  }
}
