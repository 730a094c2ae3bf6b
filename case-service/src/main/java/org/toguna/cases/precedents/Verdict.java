package org.toguna.cases.precedents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one feature of two cases compares. */
@Schema(name = "PrecedentVerdict", description = "Code of the list precedent_verdict.")
enum Verdict {
  same,
  close,
  different,
  not_known;

  private static final int ALL = 1_000;
  private static final int HALF = 500;

  static Verdict of(int likeness) {
    return likeness == ALL ? same : likeness >= HALF ? close : different;
  }
}
