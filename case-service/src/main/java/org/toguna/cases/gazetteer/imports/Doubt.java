package org.toguna.cases.gazetteer.imports;

import java.util.Arrays;
import java.util.Locale;

/** What a row is taken with and told for: nothing of it is corrected. The gravest come first. */
enum Doubt {
  POINT_IN_DOUBT(
      "/lat", "The point lies nowhere near the unit that the row names: look at its source."),
  DAMAGED_NAME(
      "/name",
      "The name looks damaged by a wrong encoding: compare it with its source, and import the row"
          + " again."),
  DAMAGED_ALTERNATIVE_NAME(
      "/alt_names",
      "One of the names looks damaged by a wrong encoding: compare it with its source, and import"
          + " the row again."),
  WITHDRAWN(
      "", "This entry was withdrawn, and stays so. If it stands again, take the withdrawal back."),
  UNIT_NOT_FOUND(
      "/admin1_name", "No unit of that name is known there: import the units, then the row again."),
  IN_ANOTHER_UNIT(
      "/admin3_pcode",
      "The point lies in the outline of another commune than the code says: either may be wrong.");

  private final String pointer;
  private final String remedy;

  Doubt(String pointer, String remedy) {
    this.pointer = pointer;
    this.remedy = remedy;
  }

  /** As an entry bears it among its flags. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String pointer() {
    return pointer;
  }

  String remedy() {
    return remedy;
  }

  static Doubt of(String word) {
    return Arrays.stream(values())
        .filter(doubt -> doubt.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
