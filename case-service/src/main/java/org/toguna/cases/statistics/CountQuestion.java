package org.toguna.cases.statistics;

import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.records.Undated;

/**
 * What is asked of the kept counts.
 *
 * @param unit empty for the world
 * @param status or the stage, of a case
 */
record CountQuestion(
    Counted counted,
    String unit,
    @Nullable YearMonth from,
    @Nullable YearMonth to,
    Undated undated,
    @Nullable String type,
    @Nullable String status,
    By by) {

  boolean leavesUndatedOut() {
    return undated == Undated.FALSE && (from != null || to != null);
  }

  /** How many are left out because nobody can date them. */
  CountQuestion leftOut() {
    return new CountQuestion(counted, unit, null, null, Undated.ONLY, type, status, By.ALL);
  }

  /** What a count stands for. */
  enum By {
    ALL,
    UNIT,
    MONTH,
    TYPE,
    STATUS
  }

  /** The kinds that are counted, with the code lists of their types and of how far they are. */
  enum Counted {
    CASES(CaseKind.NAME, "case_type", "case_stage", "stage", true),
    CRISES(CrisisKind.NAME, "crisis_type", "crisis_status", "status", true),
    TERMS(TermKind.NAME, "term_issue", "term_state", "status", false);

    final String kind;
    final String types;
    final String statuses;

    /** What lists of this kind call how far they are. */
    final String status;

    /** Whether such records say where they are; what hangs on a case does not. */
    final boolean placed;

    Counted(String kind, String types, String statuses, String status, boolean placed) {
      this.kind = kind;
      this.types = types;
      this.statuses = statuses;
      this.status = status;
      this.placed = placed;
    }

    /** The ways in which this kind is counted, as they are asked for. */
    String ways() {
      return placed ? "unit, month, type or " + status : "month, type or " + status;
    }

    By by(@Nullable String asked) {
      if (asked == null) {
        return By.ALL;
      }
      if (asked.equals(status)) {
        return By.STATUS;
      }
      return switch (asked) {
        case "month", "type" -> By.valueOf(asked.toUpperCase(Locale.ROOT));
        case "unit" -> placed ? By.UNIT : unkept();
        default -> unkept();
      };
    }

    private By unkept() {
      throw Asked.bad("by", "Ask by one of %s, and for others again.".formatted(ways()));
    }
  }
}
