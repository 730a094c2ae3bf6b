package org.toguna.kit.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.names.Fold;

/**
 * Reads the facets of a view out of its JSON: codes, places, bounds, ids and words, wherever a kind
 * keeps them. What a view withholds is not there to be read.
 */
public final class FacetReader {
  /** Uncertain dates may name any year; filters and the index know four digits of it. */
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 2);

  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
  private static final List<String> LEVELS = List.of("country", "adm1", "adm2", "adm3");

  /** The unit of all places that a view names in words alone, until somebody finds out which. */
  public static final String UNMATCHED = "?";

  private final ObjectNode view;
  private @Nullable String type;
  private @Nullable String status;
  private @Nullable String stage;
  private final @Nullable String[] path = new @Nullable String[5];
  private final Set<String> otherUnits = new LinkedHashSet<>();
  private @Nullable Double lat;
  private @Nullable Double lon;
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private final Set<UUID> actors = new LinkedHashSet<>();
  private final Set<UUID> links = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private final Set<String> codes = new LinkedHashSet<>();

  private FacetReader(ObjectNode view) {
    this.view = view;
  }

  public static FacetReader of(ObjectNode view) {
    return new FacetReader(view);
  }

  public FacetReader type(String pointer) {
    type = text(view.at(pointer));
    return this;
  }

  public FacetReader status(String pointer) {
    status = text(view.at(pointer));
    return this;
  }

  public FacetReader stage(@Nullable String code) {
    stage = code;
    return this;
  }

  /** The main place: its path of units, its coordinates, and its words. */
  public FacetReader place(String pointer) {
    JsonNode place = view.at(pointer);
    if (place.isObject()) {
      units(place).forEach(unit -> path[unit.level()] = unit.id());
      unmatched(place);
      if (place.path("lat").isNumber() && place.path("lon").isNumber()) {
        lat = place.get("lat").asDouble();
        lon = place.get("lon").asDouble();
      }
      words(place);
    }
    return this;
  }

  /** Further places, each found by all of its units. */
  public FacetReader furtherPlaces(String pointer) {
    for (JsonNode place : view.at(pointer)) {
      units(place).forEach(unit -> otherUnits.add(unit.id()));
      unmatched(place);
      words(place);
    }
    return this;
  }

  /** From the start of one uncertain date to the end of another; a missing end leaves it open. */
  public FacetReader dates(String sincePointer, String untilPointer) {
    from = date(view.at(sincePointer).path("from"));
    to = date(view.at(untilPointer).path("to"));
    return this;
  }

  /** The id of an actor. */
  public FacetReader actor(String pointer) {
    String id = text(view.at(pointer));
    if (id != null) {
      actors.add(UUID.fromString(id));
    }
    return this;
  }

  /** Ids of actors, anywhere below a pointer, under members of that name. */
  public FacetReader actors(String pointer, String member) {
    ids(view.at(pointer), member, actors);
    return this;
  }

  public FacetReader links(String pointer) {
    JsonNode ids = view.at(pointer);
    if (ids.isArray()) {
      ids.forEach(id -> links.add(UUID.fromString(id.asText())));
    } else if (ids.isTextual()) {
      links.add(UUID.fromString(ids.asText()));
    }
    return this;
  }

  /** Words that the text filter finds. */
  public FacetReader text(String pointer) {
    JsonNode words = view.at(pointer);
    if (words.isTextual()) {
      text.append(words.asText()).append(' ');
    }
    return this;
  }

  /** A code or id that it is compared by, under that name. */
  public FacetReader compared(String name, String pointer) {
    return comparedAs(name, text(view.at(pointer)));
  }

  /** The same of each element of an array; an empty pointer is the element itself. */
  public FacetReader comparedEach(String name, String pointer, String within) {
    for (JsonNode element : view.at(pointer)) {
      comparedAs(name, text(element.at(within)));
    }
    return this;
  }

  /** The same, put together by its kind; nothing where that says nothing. */
  public FacetReader comparedAs(String name, @Nullable String code) {
    if (code != null) {
      codes.add(name + ":" + code);
    }
    return this;
  }

  public Facets read() {
    otherUnits.removeAll(Arrays.asList(path));
    return new Facets(
        type,
        status,
        stage,
        Arrays.asList(path),
        List.copyOf(otherUnits),
        lat,
        lon,
        from,
        to != null && from != null && to.isBefore(from) ? null : to,
        actors,
        links,
        Fold.words(text),
        codes);
  }

  private record Unit(int level, String id) {}

  private static List<Unit> units(JsonNode place) {
    var units = new ArrayList<Unit>();
    for (JsonNode ancestor : place.path("within")) {
      add(units, ancestor);
    }
    add(units, place);
    return units;
  }

  private void unmatched(JsonNode place) {
    if (isUnmatched(place)) {
      otherUnits.add(UNMATCHED);
    }
  }

  /**
   * Whether a place is named in words and not found; what its source keeps unnamed is not sought.
   */
  public static boolean isUnmatched(JsonNode place) {
    return text(place.path("id")) == null
        && text(place.path("asStated")) != null
        && !place.path("unnamed").asBoolean();
  }

  private static void add(List<Unit> units, JsonNode place) {
    String id = text(place.path("id"));
    String level = text(place.path("level"));
    if (id != null && level != null) {
      int at = LEVELS.indexOf(level);
      units.add(new Unit(at < 0 ? LEVELS.size() : at, id));
    }
  }

  private void words(JsonNode place) {
    for (String member : List.of("name", "asStated", "near")) {
      String words = text(place.path(member));
      if (words != null) {
        text.append(words).append(' ');
      }
    }
    place
        .path("within")
        .forEach(ancestor -> text.append(ancestor.path("name").asText()).append(' '));
  }

  private static void ids(JsonNode json, String member, Set<UUID> found) {
    if (json.isObject() && json.path(member).isTextual()) {
      found.add(UUID.fromString(json.get(member).asText()));
    }
    json.forEach(child -> ids(child, member, found));
  }

  private static @Nullable LocalDate date(JsonNode day) {
    if (!day.isTextual()) {
      return null;
    }
    LocalDate date = LocalDate.parse(day.asText());
    return date.isBefore(EARLIEST) ? EARLIEST : date.isAfter(LATEST) ? LATEST : date;
  }

  private static @Nullable String text(JsonNode json) {
    return json.isTextual() ? json.asText() : null;
  }
}
