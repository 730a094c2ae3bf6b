package org.toguna.kit.endpoints;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.Units;

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

  @QueryParam("bbox")
  @Parameter(
      description = "west,south,east,north in degrees (WGS 84)",
      schema = @Schema(maxLength = 100, examples = "-4.5,13.0,-2.5,15.0"))
  @Nullable String bbox;

  @QueryParam("from")
  @Parameter(
      description = "First day of a period that the record's own bounds overlap",
      schema = @Schema(type = SchemaType.STRING, format = "date", maxLength = 10))
  @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "Last day of that period",
      schema = @Schema(type = SchemaType.STRING, format = "date", maxLength = 10))
  @Nullable String to;

  @QueryParam("actor")
  @Parameter(
      description = "Id of an actor",
      schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
  @Nullable String actor;

  @QueryParam("about")
  @Parameter(
      description = "Id of a record that it is about",
      schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
  @Nullable String about;

  @QueryParam("updatedSince")
  @Parameter(
      description = "Only what changed, as you see it, at or after this instant",
      schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
  @Nullable String updatedSince;

  @QueryParam("q")
  @Parameter(
      description = "Words of the title and of places; accents do not matter",
      schema = @Schema(maxLength = 200))
  @Nullable String words;

  /**
   * The query that these filters mean.
   *
   * @throws Refusal if one of them cannot be read
   */
  public RecordQuery query(String kind, Units units, RecordQuery.@Nullable After after, int limit) {
    LocalDate first = parse("from", from, LocalDate::parse, "a date such as 2021-08-31");
    LocalDate last = parse("to", to, LocalDate::parse, "a date such as 2021-08-31");
    if (first != null && last != null && last.isBefore(first)) {
      throw bad("to", "The last day cannot come before the first.");
    }
    return new RecordQuery(
        kind,
        type,
        status,
        stage,
        parse("marking", marking, label -> Tlp.of(label).label(), "a TLP label"),
        place,
        place == null ? 0 : level(units, place),
        parse("bbox", bbox, RecordFilters::box, "west,south,east,north in degrees"),
        first,
        last,
        parse("actor", actor, UUID::fromString, "an id"),
        parse("about", about, UUID::fromString, "an id"),
        parse(
            "updatedSince",
            updatedSince,
            Instant::parse,
            "an instant such as 2021-08-31T00:00:00Z"),
        words,
        after,
        limit);
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
                bbox,
                from,
                to,
                actor,
                about,
                updatedSince,
                words)
            .map(filter -> Objects.requireNonNullElse(filter, ""))
            .toList());
  }

  private static int level(Units units, String place) {
    OptionalInt level = units.level(place);
    return level.orElseThrow(
        () -> bad("place", "The gazetteer has no place or unit of this id or P-code."));
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
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw bad(name, "Expected " + expected + ".");
    }
  }

  private static Refusal bad(String name, String detail) {
    return new Refusal(ProblemType.BAD_PARAMETER, "Parameter " + name + ": " + detail);
  }
}
