package org.toguna.kit.records;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something lies in another division of a country than the one that records carry: they are
 * walked by a unit that both divisions have, and looked at for what is known to lie there.
 *
 * @param unit of both divisions; null for everywhere
 * @param among entries of which a view must bear one: what lies there wholly; null for all
 * @param without entries of which a view must bear none
 */
public record InDivision(
    @Nullable String unit, int unitLevel, @Nullable Set<String> among, Set<String> without) {
  public InDivision {
    among = among == null ? null : Set.copyOf(among);
    without = Set.copyOf(without);
  }
}
