package org.toguna.kit.marking;

/**
 * How finely readers outside the full audience may see a record: the finest place and the finest
 * date.
 */
public record Cut(PlaceLevel place, DatePrecision date) {
  /** Nothing is cut. */
  public static final Cut NONE = new Cut(PlaceLevel.site, DatePrecision.day);

  /** What a marking allows by itself. */
  public static Cut of(Marking marking) {
    return new Cut(marking.finestPlace(), marking.finestDate());
  }

  /** The coarser of both, in places and in dates. */
  public Cut coarser(Cut other) {
    return new Cut(place.coarser(other.place), date.coarser(other.date));
  }

  public Cut coarser(PlaceLevel other) {
    return new Cut(place.coarser(other), date);
  }
}
