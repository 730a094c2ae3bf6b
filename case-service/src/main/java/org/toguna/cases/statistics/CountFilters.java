package org.toguna.cases.statistics;

import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.statistics.CountQuestion.By;
import org.toguna.cases.statistics.CountQuestion.Counted;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.endpoints.FilterDates;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.records.Undated;
import org.toguna.kit.records.Units;

/** What may be asked of all kept counts. */
public class CountFilters {
  @QueryParam("from")
  @Parameter(
      description =
          "Year, month or first day of a month in which a period begins that the record's own"
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
  @Parameter(description = "Code of the kind's list of types", schema = @Schema(maxLength = 40))
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
      schema = @Schema(enumeration = {"unit", "month", "type", "status", "stage"}))
  @Nullable String by;

  /**
   * The question that they put.
   *
   * @throws org.toguna.kit.problems.Refusal if one cannot be read, or there are no counts by it
   */
  CountQuestion question(
      Counted counted,
      @Nullable String unit,
      @Nullable String status,
      Units units,
      CodeLists codes) {
    YearMonth first = FilterDates.firstMonth("from", from);
    YearMonth last = FilterDates.lastMonth("to", to);
    Asked.inOrder(first, last);
    Asked.code(codes, counted.types, "type", type);
    Asked.code(codes, counted.statuses, counted.status, status);
    By wanted = counted.by(by);
    int level = unit == null || division != null ? -1 : Asked.level(units, unit);
    if (level > PlaceLevel.adm2.ordinal()) {
      throw Asked.bad(
          "unit",
          "Counts are kept for countries, adm1 and adm2. For what is finer, ask the list with"
              + " place=...&total=true.");
    }
    if (wanted == By.UNIT && level == PlaceLevel.adm2.ordinal()) {
      throw Asked.bad(
          "by", "An adm2 has no counts of the units in it. Leave by out, or take unit's parent.");
    }
    return new CountQuestion(
        counted, unit == null ? "" : unit, first, last, Undated.of(undated), type, status, wanted);
  }
}
