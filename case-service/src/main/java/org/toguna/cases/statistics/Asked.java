package org.toguna.cases.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Units;
import org.toguna.kit.values.Flaw;

/** Reads what was asked of statistics; what they cannot tell is refused with a way out. */
final class Asked {
  private Asked() {}

  static <T extends Comparable<? super T>> void inOrder(@Nullable T from, @Nullable T to) {
    if (from != null && to != null && to.compareTo(from) < 0) {
      throw bad("to", "The end of a period cannot come before its beginning.");
    }
  }

  static void code(CodeLists codes, String list, String name, @Nullable String code) {
    codes
        .check(list, code, "/" + name)
        .ifPresent(
            flaw -> {
              throw bad(name, flaw.detail());
            });
  }

  /** Where a unit stands in the tree: 0 for a country. */
  static int level(Units units, String unit) {
    return units
        .level(unit)
        .orElseThrow(() -> bad("unit", "The gazetteer has no unit of this id or P-code."));
  }

  static Refusal bad(String name, String detail) {
    return new Refusal(
        ProblemType.BAD_PARAMETER,
        "Parameter " + name + ": " + detail,
        List.of(new Flaw(name, "wrong-value", detail)));
  }
}
