package org.toguna.cases.coverage.checks;

import java.util.List;
import org.toguna.cases.coverage.ListedPlace;
import org.toguna.cases.coverage.checks.CoverageChecks.Standing;
import org.toguna.kit.names.Fold;
import org.toguna.kit.values.PlaceReference;

/** How a list stands to what happened in the unit that it covers. */
public final class Standings {
  private final PlaceReference unit;
  private final List<ListedPlace> lines;
  private final Census census;
  private final List<Finding> findings;

  Standings(PlaceReference unit, List<ListedPlace> lines, Census census, List<Finding> findings) {
    this.unit = unit;
    this.lines = lines;
    this.census = census;
    this.findings = findings;
  }

  /** To one place of the unit. */
  public Standing of(PlaceReference place) {
    return OnePlace.of(place, census).standing(lines, findings);
  }

  /** Whether words name the unit, or a place of it. */
  public boolean areNamedIn(String words) {
    String name = unit.name() == null ? "" : Fold.of(unit.name());
    boolean named =
        !name.isEmpty() && (" " + Fold.of(words) + " ").contains(" " + name + " ");
    return named || census.isNamedIn(words);
  }
}
