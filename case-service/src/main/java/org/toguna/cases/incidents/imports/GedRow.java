package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.incidents.Deaths;
import org.toguna.cases.incidents.ExternalId;
import org.toguna.cases.incidents.Incident;
import org.toguna.cases.incidents.Participant;
import org.toguna.cases.incidents.Position;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ReadingStatus;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;

/**
 * What one row of UCDP GED says, as an incident. What contradicts itself becomes a reading, exactly
 * as stated; what cannot be read at all is a flaw of the row.
 */
final class GedRow {
  static final String PROVIDER = "ucdp-ged";
  private static final Map<String, String> TYPES =
      Map.of("1", "state_based_violence", "2", "non_state_violence", "3", "attack_on_civilians");
  private static final Map<String, String> DATES =
      Map.of("1", "day", "2", "days", "3", "week", "4", "month", "5", "year");
  private static final Map<String, String> CLARITY = Map.of("1", "clear", "2", "aggregate");

  private final Row row;
  private final UnitNames names;
  private final @Nullable String edition;
  private final List<Reading> readings = new ArrayList<>();

  private GedRow(Row row, UnitNames names, @Nullable String edition) {
    this.row = row;
    this.names = names;
    this.edition = edition;
  }

  /** An incident, the provider's id of it, and what is to be known of how it was placed. */
  record Said(String externalId, Incident incident, Set<String> flags) {}

  static String externalId(Row row) throws RowFlaw {
    String id = either(row, "event_id", "id");
    if (id == null || !id.matches("[0-9A-Za-z._-]{1,40}")) {
      throw new RowFlaw("event_id", "missing", "Give UCDP's id of the event, such as 45195.");
    }
    return id;
  }

  static Said read(Row row, UnitNames names, @Nullable String edition, Marking marking)
      throws RowFlaw {
    row.mustBeWhole();
    return new GedRow(row, names, edition).read(marking);
  }

  private Said read(Marking marking) throws RowFlaw {
    String id = externalId(row);
    String type = code("type_of_violence", TYPES, "UCDP's type of violence is 1, 2 or 3.");
    LocalDate start = day("date_start");
    LocalDate end = day("date_end");
    String wherePrec = row.required("where_prec", "Give UCDP's where_prec.");
    if (!wherePrec.matches("[1-7]")) {
      throw new RowFlaw("where_prec", "not-a-code", "UCDP's where_prec is 1 to 7.");
    }
    GedPlace place = GedPlace.of(row, names, start, wherePrec);
    var incident =
        new Incident(
            type,
            null,
            List.of(),
            null,
            place.reference(),
            position(place, wherePrec),
            when(start, end),
            optional("date_prec", DATES, "UCDP's date_prec is 1 to 5."),
            participants(type.equals("attack_on_civilians")),
            deaths(),
            optional("event_clarity", CLARITY, "UCDP's event_clarity is 1 or 2."),
            GedSources.of(row),
            sourceCount(),
            externalIds(id),
            GedPlace.narrative(row),
            null,
            marking,
            Map.of(),
            List.of(),
            readings);
    return new Said(id, incident, place.flags());
  }

  private @Nullable UncertainDate when(LocalDate start, LocalDate end) {
    if (end.isBefore(start)) {
      ObjectNode stated = object().put("from", start.toString()).put("to", end.toString());
      conflict("/when", stated, "The event ends before it starts.");
      return null;
    }
    String year = row.text("year");
    if (year != null && !year.equals(Integer.toString(start.getYear()))) {
      conflict("/when", object().put("year", year), "The year is not that of the first day.");
    }
    boolean month =
        YearMonth.from(start).equals(YearMonth.from(end))
            && start.getDayOfMonth() == 1
            && end.equals(YearMonth.from(start).atEndOfMonth());
    return start.equals(end)
        ? UncertainDate.of(start)
        : month
            ? UncertainDate.of(YearMonth.from(start).toString())
            : UncertainDate.between(start, end);
  }

  private @Nullable Position position(GedPlace place, String wherePrec) throws RowFlaw {
    if (row.text("latitude") == null && row.text("longitude") == null) {
      return null;
    }
    var position =
        new Position(row.degrees("latitude", 90), row.degrees("longitude", 180), wherePrec);
    boolean elsewhere =
        place.around().stream()
            .flatMap(unit -> names.bounds(unit).stream())
            .anyMatch(bounds -> !bounds.hold(position.lat(), position.lon()));
    if (elsewhere) {
      readings.add(
          new Reading(
              "/position",
              object()
                  .put("lat", position.lat())
                  .put("lon", position.lon())
                  .put("wherePrec", wherePrec),
              ReadingStatus.issue,
              "The point lies far outside the unit or country that the row names: a sign or a"
                  + " digit may be lost.",
              List.of()));
      return null;
    }
    return position;
  }

  private Deaths deaths() throws RowFlaw {
    var a = group("deaths_a");
    var b = group("deaths_b");
    var civilians = group("deaths_civilians");
    var unknown = group("deaths_unknown");
    Long low = row.count("low");
    Long best = row.count("best");
    Long high = row.count("high");
    UncertainNumber total = new UncertainNumber(of(low), of(best), of(high), "persons", null, null);
    boolean said = low != null || best != null || high != null;
    boolean ordered = inOrder(low, best) && inOrder(best, high) && inOrder(low, high);
    if (!ordered) {
      conflict("/deaths/total", numbers(low, best, high), "Low, best and high are not in order.");
    } else {
      sumOfGroups(best, a, b, civilians, unknown);
    }
    return new Deaths(a, b, civilians, unknown, said && ordered ? total : null);
  }

  private void sumOfGroups(@Nullable Long best, @Nullable UncertainNumber... groups) {
    long sum = 0;
    for (UncertainNumber group : groups) {
      if (group == null || group.best() == null || best == null) {
        return;
      }
      sum += group.best().longValueExact();
    }
    if (best != null && sum != best) {
      readings.add(
          new Reading(
              "/deaths/total",
              object().put("best", sum),
              ReadingStatus.work_needed,
              "The groups add up to %d, the total says %d.".formatted(sum, best),
              List.of()));
    }
  }

  private @Nullable UncertainNumber group(String column) throws RowFlaw {
    Long best = row.count(column);
    return best == null
        ? null
        : new UncertainNumber(null, BigDecimal.valueOf(best), null, "persons", null, null);
  }

  private List<Participant> participants(boolean oneSided) throws RowFlaw {
    return List.of(
        participant("side_a", "side_a"), participant("side_b", oneSided ? "civilians" : "side_b"));
  }

  private Participant participant(String column, String side) throws RowFlaw {
    String name = row.required(column, "Name the side.");
    String id = either(row, column + "_new_id", column + "_id");
    return new Participant(
        side,
        new ActorReference(null, name, null),
        id == null ? null : new ExternalId("ucdp-actor", id, edition, null));
  }

  private List<ExternalId> externalIds(String id) throws RowFlaw {
    var ids = new ArrayList<ExternalId>();
    ids.add(new ExternalId(PROVIDER, id, edition, null));
    external(ids, "ucdp-ged-relid", row.text("relid", 80), null);
    external(
        ids,
        "ucdp-conflict",
        either(row, "conflict_new_id", "conflict_id"),
        row.text("conflict_name", 300));
    external(ids, "ucdp-dyad", either(row, "dyad_new_id", "dyad_id"), row.text("dyad_name", 300));
    return ids;
  }

  private void external(
      List<ExternalId> ids, String provider, @Nullable String id, @Nullable String name) {
    if (id != null) {
      ids.add(new ExternalId(provider, id, edition, name));
    }
  }

  /** UCDP says -1 where nobody counted. */
  private @Nullable Integer sourceCount() throws RowFlaw {
    String text = row.text("number_of_sources");
    if (text == null || text.equals("-1")) {
      return null;
    }
    Long count = row.count("number_of_sources");
    return count == null ? null : Math.toIntExact(Math.min(count, Integer.MAX_VALUE));
  }

  private @Nullable String optional(String column, Map<String, String> codes, String remedy)
      throws RowFlaw {
    return row.text(column) == null ? null : code(column, codes, remedy);
  }

  private String code(String column, Map<String, String> codes, String remedy) throws RowFlaw {
    String code = codes.get(row.required(column, remedy));
    if (code == null) {
      throw new RowFlaw(column, "not-a-code", remedy);
    }
    return code;
  }

  /** A day, also where the download writes a time of midnight behind it. */
  private LocalDate day(String column) throws RowFlaw {
    String text = row.required(column, "Give the day as 2015-04-24.");
    try {
      return LocalDate.parse(text.replaceFirst(" 00:00:00(\\.0+)?$", ""));
    } catch (DateTimeParseException e) {
      throw new RowFlaw(column, "date-does-not-exist", "Give a day of the calendar as 2015-04-24.");
    }
  }

  private void conflict(String field, ObjectNode stated, String reason) {
    readings.add(new Reading(field, stated, ReadingStatus.conflict, reason, List.of()));
  }

  private static ObjectNode numbers(@Nullable Long low, @Nullable Long best, @Nullable Long high) {
    return object().put("low", low).put("best", best).put("high", high);
  }

  private static boolean inOrder(@Nullable Long lower, @Nullable Long higher) {
    return lower == null || higher == null || lower <= higher;
  }

  private static @Nullable BigDecimal of(@Nullable Long count) {
    return count == null ? null : BigDecimal.valueOf(count);
  }

  private static @Nullable String either(Row row, String column, String other) {
    String found = row.text(column);
    return found != null ? found : row.text(other);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
