package org.toguna.kit.records;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tells where in the administrative tree an id stands; the service with the gazetteer knows. */
public interface Units {
  /**
   * 0 for a country, 1 to 3 for administrative levels, 4 for a place; empty if there is none of
   * that id.
   */
  OptionalInt level(String id);

  /**
   * Where to look for what lies in a unit of a division; empty if this service knows none.
   *
   * @param place id of a unit or place; null for everywhere
   * @param unplaced only what is known to lie in none of the units within
   * @throws org.toguna.kit.problems.Refusal if there is no such division, or no such unit in it
   */
  default Optional<InDivision> in(String division, @Nullable String place, boolean unplaced) {
    return Optional.empty();
  }
}
