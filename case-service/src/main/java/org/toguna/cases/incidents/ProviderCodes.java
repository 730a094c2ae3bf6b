package org.toguna.cases.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeList;
import org.toguna.kit.codelists.CodeLists;

/**
 * An incident in the codes of ACLED and UCDP GED, derived from the view a reader gets and from
 * nothing behind it. A code that cannot be derived is absent.
 */
@Schema(
    description = "An incident in the codes of ACLED and UCDP; absent where they do not follow.")
public record ProviderCodes(Acled acled, Ucdp ucdp) {

  /** ACLED's codes. Its sources disagree on time precision 2 and 3, so only 1 is given. */
  @Schema(name = "AcledCodes")
  public record Acled(
      @Schema(maxLength = 60) @Nullable String eventType,
      @Schema(maxLength = 60) @Nullable String subEventType,
      @Schema(description = "1 a town, 2 near it or part of a region, 3 a region", maxLength = 1)
          @Nullable String geoPrecision,
      @Schema(maxLength = 1) @Nullable String timePrecision) {}

  /** UCDP's codes. */
  @Schema(name = "UcdpCodes")
  public record Ucdp(
      @Schema(maxLength = 1) @Nullable String typeOfViolence,
      @Schema(maxLength = 1) @Nullable String wherePrec,
      @Schema(maxLength = 1) @Nullable String datePrec,
      @Schema(maxLength = 1) @Nullable String eventClarity) {}

  static ProviderCodes of(JsonNode view, CodeLists lists) {
    var codes = new Crosswalks(lists);
    var type = codes.of("incident_type", view.path("type"));
    var date = codes.of("date_precision", datePrecision(view));
    var clarity = codes.of("event_clarity", view.path("clarity"));
    String where = wherePrec(view, codes);
    return new ProviderCodes(
        new Acled(
            type.get("acled_event_type"),
            type.get("acled_sub_event_type"),
            where == null ? null : geoPrecision(where),
            date.get("acled_time_precision")),
        new Ucdp(
            type.get("ucdp_type_of_violence"),
            where,
            date.get("ucdp_date_prec"),
            clarity.get("ucdp_event_clarity")));
  }

  /** As the provider stated it; otherwise as the place and its precision say. */
  private static @Nullable String wherePrec(JsonNode view, Crosswalks codes) {
    JsonNode stated = view.at("/position/wherePrec");
    if (stated.isTextual()) {
      return stated.asText();
    }
    JsonNode place = view.path("place");
    String precise = codes.of("place_precision", place.path("precision")).get("ucdp_where_prec");
    if (precise != null) {
      return precise;
    }
    String level = place.path("level").asText();
    // UCDP knows no third level: what is known to the commune is known to the cercle.
    return level.equals("adm3")
        ? "3"
        : codes.of("place_level", place.path("level")).get("ucdp_where_prec");
  }

  /** A cercle is a part of a region (2); a region, a country or something vague is 3. */
  private static String geoPrecision(String wherePrec) {
    return switch (wherePrec) {
      case "1" -> "1";
      case "2", "3" -> "2";
      default -> "3";
    };
  }

  /** As stated, or as wide as the bounds are apart. */
  private static String datePrecision(JsonNode view) {
    if (view.path("datePrecision").isTextual()) {
      return view.get("datePrecision").asText();
    }
    JsonNode from = view.at("/when/from");
    JsonNode to = view.at("/when/to");
    if (!from.isTextual() || !to.isTextual()) {
      return "unknown";
    }
    LocalDate first = LocalDate.parse(from.asText());
    LocalDate last = LocalDate.parse(to.asText());
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days == 1) {
      return "day";
    }
    if (days <= 6) {
      return "days";
    }
    if (days == 7) {
      return "week";
    }
    if (days <= 30 || YearMonth.from(first).equals(YearMonth.from(last))) {
      return "month";
    }
    return days <= 366 ? "year" : "multi_year";
  }

  private record Crosswalks(CodeLists lists) {
    Map<String, String> of(String list, JsonNode code) {
      return code.isTextual() ? of(list, code.asText()) : Map.of();
    }

    Map<String, String> of(String list, String code) {
      return lists
          .named(list)
          .flatMap(named -> named.entry(code))
          .map(CodeList.Entry::crosswalk)
          .orElse(Map.of());
    }
  }
}
