package org.toguna.cases.incidents.counts;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.endpoints.FilterDates;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Undated;
import org.toguna.kit.records.Units;
import org.toguna.kit.values.Flaw;

/** What may be asked of the counts; whatever they are not kept by is refused with a way out. */
public class CountFilters {
  @QueryParam("unit")
  @Parameter(
      description = "P-code or id of a country, adm1 or adm2; the world if left out",
      schema = @Schema(maxLength = 80))
  @Nullable String unit;

  @QueryParam("from")
  @Parameter(
      description =
          "Year, month or first day of a month in which a period begins that the incident's own"
              + " bounds overlap",
      schema = @Schema(maxLength = 10, pattern = FilterDates.FORM, examples = "2021-01"))
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Year, month or last day of a month in which that period ends",
      schema = @Schema(maxLength = 10, pattern = FilterDates.FORM, examples = "2021-12"))
  @Nullable String to;

  @QueryParam("undated")
  @Parameter(
      description = Undated.MEANING,
      schema =
          @Schema(
              enumeration = {"false", "true", "only"},
              defaultValue = "false"))
  @Nullable String undated;

  @QueryParam("type")
  @Parameter(description = "Code of the list incident_type", schema = @Schema(maxLength = 40))
  @Nullable String type;

  @QueryParam("division")
  @Parameter(
      description =
          "The division of the country in whose units it is counted; the one that records carry if"
              + " left out",
      schema = @Schema(maxLength = 4, examples = "2023"))
  @Nullable String division;

  @QueryParam("by")
  @Parameter(
      description = "What each count stands for; one count of all if left out",
      schema = @Schema(enumeration = {"unit", "month", "type"}))
  @Nullable String by;

  /** What a count stands for. */
  enum By {
    ALL,
    UNIT,
    MONTH,
    TYPE
  }

  /**
   * The question that they put.
   *
   * @param unit empty for the world
   * @param from first day of the first month
   * @param to first day of the last month
   */
  record Question(
      String unit,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      Undated undated,
      @Nullable String type,
      By by) {

    boolean leavesUndatedOut() {
      return undated == Undated.FALSE && (from != null || to != null);
    }

    /** How many are left out because nobody can date them. */
    Question leftOut() {
      return new Question(unit, null, null, Undated.ONLY, type, By.ALL);
    }
  }

  /**
   * @throws Refusal if one cannot be read, or there are no counts by it
   */
  Question question(Units units, CodeLists codes) {
    YearMonth first = FilterDates.firstMonth("from", from);
    YearMonth last = FilterDates.lastMonth("to", to);
    if (first != null && last != null && last.isBefore(first)) {
      throw bad("to", "The last month cannot come before the first.");
    }
    codes
        .check("incident_type", type, "/type")
        .ifPresent(
            flaw -> {
              throw bad("type", flaw.detail());
            });
    By wanted = by();
    int level = unit == null || division != null ? -1 : level(units, unit);
    if (level > PlaceLevel.adm2.ordinal()) {
      throw bad(
          "unit",
          "Counts are kept for countries, adm1 and adm2. For what is finer, ask"
              + " /v1/incidents?place=...&total=true.");
    }
    if (wanted == By.UNIT && level == PlaceLevel.adm2.ordinal()) {
      throw bad(
          "by", "An adm2 has no counts of the units in it. Leave by out, or take unit's parent.");
    }
    return new Question(unit == null ? "" : unit, first, last, Undated.of(undated), type, wanted);
  }

  private By by() {
    return switch (by) {
      case null -> By.ALL;
      case "unit", "month", "type" -> By.valueOf(by.toUpperCase(Locale.ROOT));
      default -> throw bad("by", "Ask by one of unit, month or type, and for others again.");
    };
  }

  private static int level(Units units, String unit) {
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
