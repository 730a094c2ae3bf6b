package org.toguna.cases.gazetteer;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.places.Divisions;
import org.toguna.kit.endpoints.FilterDates;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.names.Fold;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.InDivision;
import org.toguna.kit.records.Units;
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

  @QueryParam("flag")
  @Parameter(
      description = "Only what is to be looked at before it is used",
      schema =
          @Schema(
              enumeration = {
                "abandoned",
                "damaged-alternative-name",
                "damaged-name",
                "in-another-unit",
                "point-in-doubt",
                "seat-of-unit",
                "unit-not-found",
                "withdrawn"
              }))
  @Nullable String flag;

  @QueryParam("division")
  @Parameter(
      description = "The division in whose units unit is given; the one of the P-codes if left out",
      schema = @Schema(maxLength = 4, examples = "2023"))
  @Nullable String division;

  @QueryParam("unplaced")
  @Parameter(
      description =
          "With division: only what no file places in any of its units within unit, or the country")
  @Nullable Boolean unplaced;

  static final int MOST_SPELLINGS = 20;

  private static final List<String> FLAGS =
      List.of(
          "abandoned",
          "damaged-alternative-name",
          "damaged-name",
          "in-another-unit",
          "point-in-doubt",
          "seat-of-unit",
          "unit-not-found",
          "withdrawn");

  private static final String BEARS_ONE_OF =
      "(e.id = any (?) or coalesce(e.adm1 = any (?), false) or coalesce(e.adm2 = any (?), false)"
          + " or coalesce(e.adm3 = any (?), false))";

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

  /** The condition under which a row stood on a day; the day twice is its parameters. */
  static final String STOOD =
      "(e.valid_from is null or e.valid_from <= ?) and"
          + " (least(e.valid_to, e.withdrawn_on - 1) is null"
          + " or least(e.valid_to, e.withdrawn_on - 1) >= ?)";

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

  /** Where to look in another division, if one was asked for. */
  @Nullable InDivision in(Divided divided) {
    boolean only = Boolean.TRUE.equals(unplaced);
    if (division == null) {
      if (only) {
        throw bad("unplaced", "no-division", "Say in which division, such as division=2023.");
      }
      return null;
    }
    return divided.units().in(division, unit, only).orElseThrow();
  }

  /** The divisions, and what of them a condition needs. */
  record Divided(Units units, Divisions divisions) {}

  private void inDivision(Divided divided, StringBuilder sql, List<Object> parameters) {
    var in = in(divided);
    if (in == null) {
      return;
    }
    if (in.unit() != null) {
      sql.append(in.unitLevel() > 3 ? " and e.id" : " and e.adm" + in.unitLevel()).append(" = ?");
      parameters.add(in.unit());
    }
    if (in.among() != null) {
      sql.append(" and ").append(BEARS_ONE_OF);
      parameters.addAll(Collections.nCopies(4, in.among().toArray(String[]::new)));
    }
    if (!in.without().isEmpty()) {
      sql.append(" and not ").append(BEARS_ONE_OF);
      parameters.addAll(Collections.nCopies(4, in.without().toArray(String[]::new)));
    }
    divided
        .divisions()
        .reform(Objects.requireNonNull(division))
        .ifPresent(
            reform -> {
              sql.append(" and {ofDivision}");
              parameters.addAll(List.of(reform.country(), Objects.requireNonNull(reform.begins())));
            });
  }

  /** The same as SQL on units and places alike. */
  Entries.Condition condition(PlaceLookup lookup, Divided divided, @Nullable String after) {
    var sql = new StringBuilder("true");
    var parameters = new ArrayList<>();
    inDivision(divided, sql, parameters);
    if (flag != null) {
      if (!FLAGS.contains(flag)) {
        throw bad("flag", "unknown-flag", "There are: " + String.join(", ", FLAGS) + ".");
      }
      sql.append(" and ? = any (e.flags)");
      parameters.add(flag);
    }
    var within = division == null ? unit(lookup) : null;
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
      parameters.add("%" + Fold.of(text) + "%");
    }
    var day = FilterDates.day("validOn", validOn);
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
                "places",
                text,
                unit,
                level == null ? null : level.name(),
                provider,
                bbox,
                validOn,
                flag,
                division,
                Boolean.TRUE.equals(unplaced) ? "unplaced" : null)
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
