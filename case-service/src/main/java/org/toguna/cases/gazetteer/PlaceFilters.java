package org.toguna.cases.gazetteer;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;

/** What a list of the gazetteer can be narrowed by; all combine. */
public class PlaceFilters {
  @QueryParam("q")
  @Parameter(
      description = "A name in any spelling, or a P-code: answers with candidates, likeliest first",
      schema = @Schema(minLength = 1, maxLength = 200, examples = "Djougani"))
  @Nullable String q;

  @QueryParam("also")
  @Parameter(
      description = "With q: another spelling that the same source gives of the same place",
      schema =
          @Schema(
              type = SchemaType.ARRAY,
              implementation = String.class,
              maxItems = PlaceFilters.MOST_SPELLINGS))
  @Nullable List<String> also;

  @QueryParam("text")
  @Parameter(
      description = "A part of a name; accents, hyphens and case do not matter",
      schema = @Schema(minLength = 2, maxLength = 100))
  @Nullable String text;

  @QueryParam("unit")
  @Parameter(
      description = "P-code or id of a unit, with everything in it",
      schema = @Schema(maxLength = 80, examples = "ML0507"))
  @Nullable String unit;

  @QueryParam("level")
  @Parameter(description = "Only entries of this level")
  @Nullable PlaceLevel level;

  @QueryParam("provider")
  @Parameter(
      description = "Only entries of this provider and edition",
      schema = @Schema(maxLength = 60, examples = "OCHA-COD-MLI-PPL-2015"))
  @Nullable String provider;

  @QueryParam("bbox")
  @Parameter(
      description = "west,south,east,north in degrees (WGS 84)",
      schema = @Schema(maxLength = 100, examples = "-4.5,13.0,-2.5,15.0"))
  @Nullable String bbox;

  @QueryParam("validOn")
  @Parameter(
      description = "Only what stood on that day, as far as its provider says",
      schema =
          @Schema(
              type = SchemaType.STRING,
              format = "date",
              maxLength = 10,
              examples = "2022-06-01"))
  @Nullable String validOn;

  static final int MOST_SPELLINGS = 20;

  /** All spellings that are asked for as one place, the main one first. */
  List<String> spellings() {
    var spellings = new ArrayList<String>();
    spellings.add(Objects.requireNonNullElse(q, ""));
    spellings.addAll(also == null ? List.of() : also);
    if (spellings.size() > MOST_SPELLINGS + 1
        || spellings.stream().anyMatch(spelling -> spelling.length() > 200)) {
      throw bad("also", "too-many", "At most 20 more spellings of at most 200 characters each.");
    }
    return spellings;
  }

  /**
   * The day meant by a parameter.
   *
   * @throws Refusal if it is none
   */
  static @Nullable LocalDate day(@Nullable String validOn) {
    try {
      return validOn == null ? null : LocalDate.parse(validOn);
    } catch (DateTimeParseException e) {
      throw bad("validOn", "not-a-date", "A day of the calendar, such as 2022-06-01.");
    }
  }

  /** The condition under which a row stood on a day; the day twice is its parameters. */
  static final String STOOD =
      "(e.valid_from is null or e.valid_from <= ?) and (e.valid_to is null or e.valid_to >= ?)";

  @Nullable BoundingBox box() {
    try {
      return bbox == null ? null : BoundingBox.read(bbox);
    } catch (IllegalArgumentException e) {
      throw bad("bbox", "not-a-box", String.valueOf(e.getMessage()));
    }
  }

  /** The unit asked for; a code that editions give to several units does not say which. */
  @Nullable Candidate unit(PlaceLookup lookup) {
    if (unit == null) {
      return null;
    }
    var found = lookup.units(unit);
    if (found.isEmpty()) {
      throw bad("unit", "unknown-unit", "The gazetteer has no unit of this id or P-code.");
    }
    if (found.size() > 1) {
      throw bad(
          "unit",
          "ambiguous-unit",
          "Several units have this P-code; name one by its id: "
              + String.join(", ", found.stream().map(Candidate::id).toList()));
    }
    return found.getFirst();
  }

  /** The same as SQL on units and places alike. */
  Entries.Condition condition(PlaceLookup lookup, @Nullable String after) {
    var sql = new StringBuilder("true");
    var parameters = new ArrayList<>();
    var within = unit(lookup);
    if (within != null) {
      sql.append(" and e.adm").append(within.level().ordinal()).append(" = ?");
      parameters.add(within.id());
    }
    if (level != null) {
      sql.append(" and {level} = ?");
      parameters.add(level.name());
    }
    if (provider != null) {
      sql.append(" and e.{provider} = ?");
      parameters.add(provider);
    }
    var box = box();
    if (box != null) {
      sql.append(" and point(e.lon, e.lat) <@ box(point(?, ?), point(?, ?))");
      parameters.addAll(List.of(box.west(), box.south(), box.east(), box.north()));
    }
    if (text != null) {
      sql.append(" and e.id in (select n.{owner} from place_name n where n.folded like ?)");
      parameters.add("%" + Folding.fold(text) + "%");
    }
    var day = day(validOn);
    if (day != null) {
      sql.append(" and ").append(STOOD);
      parameters.addAll(List.of(day, day));
    }
    if (after != null) {
      sql.append(" and e.id > ?");
      parameters.add(after);
    }
    return new Entries.Condition(sql.toString(), parameters);
  }

  /** The filters in a stable form, to bind a cursor to them. */
  String canonical() {
    return String.join(
        "\n",
        Stream.of(
                "places", text, unit, level == null ? null : level.name(), provider, bbox, validOn)
            .map(filter -> Objects.requireNonNullElse(filter, ""))
            .toList());
  }

  static Refusal bad(String parameter, String code, String detail) {
    return new Refusal(
        ProblemType.BAD_PARAMETER,
        "Parameter %s: %s".formatted(parameter, detail),
        List.of(new Flaw(parameter, code, detail)));
  }
}
