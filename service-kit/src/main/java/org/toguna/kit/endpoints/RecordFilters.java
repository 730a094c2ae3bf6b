package org.toguna.kit.endpoints;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.Nearest;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.InDivision;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.Undated;

/** The filters that every list of records understands; they combine. */
public class RecordFilters {
  @QueryParam("type")
  @Parameter(description = "Code of the kind's list of types", schema = @Schema(maxLength = 40))
  @Nullable String type;

  @QueryParam("status")
  @Parameter(description = "Code of the kind's list of states", schema = @Schema(maxLength = 40))
  @Nullable String status;

  @QueryParam("stage")
  @Parameter(description = "Code of the stage observed last", schema = @Schema(maxLength = 40))
  @Nullable String stage;

  @QueryParam("marking")
  @Parameter(description = "TLP label", schema = @Schema(maxLength = 16))
  @Nullable String marking;

  @QueryParam("place")
  @Parameter(
      description = "P-code or id of a place or unit, with everything in it",
      schema = @Schema(maxLength = 80))
  @Nullable String place;

  @QueryParam("division")
  @Parameter(
      description =
          "The division of the country in whose units place is given and looked for; the one that"
              + " records carry if left out",
      schema = @Schema(maxLength = 4, examples = "2023"))
  @Nullable String division;

  @QueryParam("unplaced")
  @Parameter(
      description =
          "With division: only what no file places in any of the units of the division within"
              + " place")
  @Nullable Boolean unplaced;

  @QueryParam("bbox")
  @Parameter(
      description = "west,south,east,north in degrees (WGS 84)",
      schema = @Schema(maxLength = 100, examples = "-4.5,13.0,-2.5,15.0"))
  @Nullable String bbox;

  @QueryParam("from")
  @Parameter(
      description = "Day, month or year in which a period begins that its own bounds overlap",
      schema = @Schema(maxLength = 10, pattern = FilterDates.FORM, examples = "2021-08"))
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Day, month or year in which that period ends",
      schema = @Schema(maxLength = 10, pattern = FilterDates.FORM, examples = "2021-08-31"))
  @Nullable String to;

  @QueryParam("undated")
  @Parameter(
      description = Undated.MEANING,
      schema =
          @Schema(
              enumeration = {"false", "true", "only"},
              defaultValue = "false"))
  @Nullable String undated;

  @QueryParam("actor")
  @Parameter(
      description = "Id of an actor",
      schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
  @Nullable String actor;

  @QueryParam("about")
  @Parameter(
      description =
          "Id of a record that it is about, also through what it names: observations of a case's"
              + " terms, breaches of its agreements",
      schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
  @Nullable String about;

  @QueryParam("updatedSince")
  @Parameter(
      description = "Only what changed, as you see it, at or after this instant",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String updatedSince;

  @QueryParam("q")
  @Parameter(
      description =
          "Words of the title and of places; accents do not matter. \"Several words\" in quotes stand"
              + " side by side, OR in capitals takes either, -word must not be there",
      schema = @Schema(maxLength = 200))
  @Nullable String words;

  /**
   * The query that these filters mean.
   *
   * @throws Refusal if one of them cannot be read
   */
  public RecordQuery query(
      String kind, FilterRules rules, RecordQuery.@Nullable After after, int limit) {
    rules.check(kind, type, status, stage);
    LocalDate first = FilterDates.first("from", from);
    LocalDate last = FilterDates.last("to", to);
    if (first != null && last != null && last.isBefore(first)) {
      throw bad("to", "The last day cannot come before the first.");
    }
    return new RecordQuery(
        kind,
        type,
        status,
        stage,
        marking == null ? null : label(marking),
        place,
        place == null || division != null ? 0 : rules.level("place", place),
        parse("bbox", bbox, RecordFilters::box, "west,south,east,north in degrees"),
        first,
        last,
        Undated.of(undated),
        parse("actor", actor, UUID::fromString, "an id"),
        parse("about", about, UUID::fromString, "an id"),
        FilterDates.instant("updatedSince", updatedSince),
        words,
        after,
        limit)
        .in(division(rules));
  }

  /** The division that was asked for, if any. */
  public @Nullable String division() {
    return division;
  }

  private @Nullable InDivision division(FilterRules rules) {
    boolean only = Boolean.TRUE.equals(unplaced);
    if (division == null) {
      if (only) {
        throw bad("unplaced", "Say in which division, such as division=2023.");
      }
      return null;
    }
    return rules.in(division, place, only);
  }

  /** The filters in a stable form, to bind a cursor to them. */
  public String canonical() {
    return String.join(
        "\n",
        java.util.stream.Stream.of(
                type,
                status,
                stage,
                marking,
                place,
                division,
                Boolean.TRUE.equals(unplaced) ? "unplaced" : null,
                bbox,
                from,
                to,
                undated,
                actor,
                about,
                updatedSince,
                words)
            .map(filter -> Objects.requireNonNullElse(filter, ""))
            .toList());
  }

  private static String label(String marking) {
    try {
      return Tlp.of(marking).label();
    } catch (IllegalArgumentException e) {
      String near =
          Nearest.to(marking, Arrays.stream(Tlp.values()).map(Tlp::label).toList())
              .map(" Did you mean \"%s\"?"::formatted)
              .orElse("");
      throw bad(
          "marking", "Expected CLEAR, GREEN, AMBER, AMBER+STRICT (write %2B for +) or RED." + near);
    }
  }

  private static RecordQuery.BoundingBox box(String text) {
    String[] sides = text.split(",", -1);
    if (sides.length != 4) {
      throw new IllegalArgumentException("four numbers");
    }
    var box =
        new RecordQuery.BoundingBox(
            Double.parseDouble(sides[0]),
            Double.parseDouble(sides[1]),
            Double.parseDouble(sides[2]),
            Double.parseDouble(sides[3]));
    boolean inWorld =
        box.west() >= -180
            && box.east() <= 180
            && box.south() >= -90
            && box.north() <= 90
            && box.west() <= box.east()
            && box.south() <= box.north();
    if (!inWorld) {
      throw new IllegalArgumentException("outside the world");
    }
    return box;
  }

  private static <T> @Nullable T parse(
      String name, @Nullable String text, Function<String, T> read, String expected) {
    try {
      return text == null ? null : read.apply(text);
    } catch (IllegalArgumentException e) {
      throw bad(name, "Expected " + expected + ".");
    }
  }

  private static Refusal bad(String name, String detail) {
    return FilterRules.bad(name, detail);
  }
}
