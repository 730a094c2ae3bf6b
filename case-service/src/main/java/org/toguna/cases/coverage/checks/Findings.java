package org.toguna.cases.coverage.checks;

import java.util.List;

/**
 * All findings of a check, and how many places of the unit the list names: at the least, if every
 * doubt goes against it, and at the most.
 */
record Findings(List<Finding> rows, int places, int coveredAtLeast, int coveredAtMost) {

  int missingAtLeast() {
    return places - coveredAtMost;
  }

  int missingAtMost() {
    return places - coveredAtLeast;
  }
}
