package org.toguna.cases.precedents;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where something is, as finely as a view shows it.
 *
 * @param path ids of country, adm1, adm2, adm3 and place; null where not shown
 */
record Where(List<@Nullable String> path, @Nullable Double lat, @Nullable Double lon) {

  /** How alike two places are that share a country, an adm1, adm2, adm3 or the very place. */
  private static final int[] SHARED = {200, 400, 600, 800, 1_000};

  /** From here on distance makes no place closer. */
  private static final double FAR_KM = 200;

  private static final double EARTH_KM = 6_371;

  /** A country alone places nothing: nearly all cases share it. */
  boolean isTold() {
    return finest() > 0;
  }

  /** The finest unit that is shown. */
  String unit() {
    return Objects.requireNonNull(path.get(finest()));
  }

  List<String> units() {
    return path.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  /**
   * By the finest unit that both lie in. If the one may lie anywhere in a unit that the other is
   * in, it is the middle of what it can be; if they lie apart, also by how far.
   */
  OptionalInt likenessTo(Where other) {
    int common = -1;
    boolean apart = false;
    for (int level = 0; level < path.size(); level++) {
      String here = path.get(level);
      String there = other.path.get(level);
      if (here != null && there != null) {
        boolean same = here.equals(there);
        common = same ? level : common;
        apart |= !same;
      }
    }
    int shared = common < 0 ? 0 : SHARED[common];
    if (apart) {
      return OptionalInt.of(Math.max(shared, nearness(other)));
    }
    return common < 0 ? OptionalInt.empty() : OptionalInt.of((shared + SHARED[4]) / 2);
  }

  /** Never more than what lies in the same unit around the coarser of the two. */
  private int nearness(Where other) {
    int coarser = Math.min(finest(), other.finest());
    if (coarser < 1 || lat == null || lon == null || other.lat == null || other.lon == null) {
      return 0;
    }
    double share = Math.max(0, 1 - kilometres(lat, lon, other.lat, other.lon) / FAR_KM);
    return (int) Math.round(share * SHARED[coarser - 1]);
  }

  private int finest() {
    int finest = path.size() - 1;
    while (finest >= 0 && path.get(finest) == null) {
      finest--;
    }
    return finest;
  }

  /** The same on every machine, so that no order depends on it. */
  private static double kilometres(double lat, double lon, double otherLat, double otherLon) {
    double up = StrictMath.sin(StrictMath.toRadians(otherLat - lat) / 2);
    double along = StrictMath.sin(StrictMath.toRadians(otherLon - lon) / 2);
    double shrinking =
        StrictMath.cos(StrictMath.toRadians(lat)) * StrictMath.cos(StrictMath.toRadians(otherLat));
    return 2 * EARTH_KM * StrictMath.asin(StrictMath.sqrt(up * up + shrinking * along * along));
  }
}
