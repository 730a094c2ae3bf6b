package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.JsonPointers;
import org.toguna.kit.values.NotADate;
import org.toguna.kit.values.UncertainDate;

/**
 * The dates of one record that hang on other dates, in the record itself or elsewhere, and where
 * they lie now. Chains are followed to their end; one that comes back to where it began is refused.
 */
final class AnchoredDates {
  private static final Set<String> NO_FIELDS = Set.of("states", "citations", "readings", "marking");
  private static final String ANCHOR = "anchor";
  private final RecordJson json;
  private final ObjectNode state;
  private final @Nullable UUID self;
  private final Function<UUID, Optional<ObjectNode>> others;
  private final List<Flaw> flaws = new ArrayList<>();

  private AnchoredDates(
      RecordJson json,
      ObjectNode state,
      @Nullable UUID self,
      Function<UUID, Optional<ObjectNode>> others) {
    this.json = json;
    this.state = state;
    this.self = self;
    this.others = others;
  }

  /** A date by the record it stands in (null for one that has no id yet) and its field. */
  private record Place(@Nullable UUID record, String field) {}

  /** A state whose anchored dates lie where they must, and what is wrong with its anchors. */
  record Outcome(ObjectNode state, List<Flaw> flaws) {}

  /**
   * The other records on whose dates a state's dates hang.
   *
   * @param type the state's; a member of it that is JSON as such is no date of the record
   */
  static Set<UUID> anchors(Class<?> type, JsonNode state) {
    Set<UUID> found = new LinkedHashSet<>();
    in(type, state)
        .values()
        .forEach(date -> id(date.path(ANCHOR).path("record")).ifPresent(found::add));
    return found;
  }

  /**
   * Derives the anchored dates of a state.
   *
   * @param self the record's id, null for a new one
   * @param others other records as whoever asks sees them
   */
  static Outcome derive(
      RecordJson json,
      Class<?> type,
      ObjectNode state,
      @Nullable UUID self,
      Function<UUID, Optional<ObjectNode>> others) {
    Map<JsonPointer, JsonNode> anchored = in(type, state);
    if (anchored.isEmpty()) {
      return new Outcome(state, List.of());
    }
    var dates = new AnchoredDates(json, state, self, others);
    ObjectNode next = state.deepCopy();
    anchored.forEach(
        (at, date) ->
            dates
                .lies(new Place(self, at.toString()), at, new LinkedHashSet<>())
                .ifPresent(now -> put(next, at, json.tree(now))));
    return new Outcome(next, List.copyOf(dates.flaws));
  }

  /** Where a date lies; empty, and a flaw at the date asked about, if nobody can tell. */
  private Optional<UncertainDate> lies(Place place, JsonPointer asked, Set<Place> passed) {
    if (!passed.add(place)) {
      return cycle(asked, passed);
    }
    Optional<ObjectNode> record = record(place);
    if (record.isEmpty()) {
      return flaw(
          asked,
          "unknown-record",
          "The record that this date hangs on is not known to you here. Leave the anchor out and"
              + " keep the bounds, or send the Toguna-Position of what you have just written.");
    }
    JsonNode node = record.get().at(JsonPointer.compile(place.field()));
    Optional<UncertainDate> date = date(node);
    if (date.isEmpty()) {
      return flaw(
          asked,
          "no-date-there",
          "There is no date at %s to hang this one on.".formatted(place.field()));
    }
    Optional<Place> next = anchorOf(place, node);
    if (next.isEmpty()) {
      return date;
    }
    if (isOwn(place.record())) {
      return lies(next.get(), asked, passed).flatMap(anchor -> resolved(date.get(), anchor));
    }
    // Where another record's date lies, that record has said; only a way back to here matters.
    return comesBack(next.get(), passed) ? cycle(asked, passed) : date;
  }

  private boolean comesBack(Place from, Set<Place> passed) {
    Set<Place> seen = new LinkedHashSet<>();
    Optional<Place> at = Optional.of(from);
    while (at.isPresent() && seen.add(at.get())) {
      Place place = at.get();
      if (passed.contains(place)) {
        return true;
      }
      at =
          record(place)
              .map(record -> record.at(JsonPointer.compile(place.field())))
              .flatMap(node -> anchorOf(place, node));
    }
    return false;
  }

  private Optional<ObjectNode> record(Place place) {
    return place.record() == null || place.record().equals(self)
        ? Optional.of(state)
        : others.apply(place.record());
  }

  /** The place that a date hangs on, if it has an anchor that can be read. */
  private Optional<Place> anchorOf(Place place, JsonNode date) {
    JsonNode anchor = date.path(ANCHOR);
    String field = anchor.path("field").asText();
    if (field.isEmpty() || JsonPointers.read(field).isEmpty()) {
      return Optional.empty(); // the anchor's own rules say so
    }
    UUID record = id(anchor.path("record")).orElse(place.record());
    return Optional.of(new Place(isOwn(record) ? self : record, field));
  }

  private static Optional<UncertainDate> resolved(UncertainDate date, UncertainDate anchor) {
    try {
      return Optional.of(date.resolve(anchor));
    } catch (NotADate unreadableOffset) {
      return Optional.empty(); // the anchor's own rules have said so
    }
  }

  private boolean isOwn(@Nullable UUID record) {
    return record == null || record.equals(self);
  }

  private Optional<UncertainDate> cycle(JsonPointer asked, Set<Place> passed) {
    return flaw(
        asked,
        "anchor-cycle",
        "This date hangs on itself, over %s. Give one of the dates without an anchor."
            .formatted(passed.stream().map(Place::field).distinct().toList()));
  }

  private Optional<UncertainDate> flaw(JsonPointer date, String code, String detail) {
    flaws.add(Flaw.at(date.appendProperty(ANCHOR), code, detail));
    return Optional.empty();
  }

  private Optional<UncertainDate> date(JsonNode node) {
    boolean dated =
        node.isObject()
            && (node.has("edtf")
                || node.has("from")
                || node.has("to")
                || node.has("asStated")
                || node.has(ANCHOR));
    try {
      return dated
          ? Optional.of(json.read((ObjectNode) node, UncertainDate.class))
          : Optional.empty();
    } catch (JsonProcessingException noDate) {
      return Optional.empty();
    }
  }

  /** Every anchored date of a state, by where it stands. */
  private static Map<JsonPointer, JsonNode> in(Class<?> type, JsonNode state) {
    Map<JsonPointer, JsonNode> found = new LinkedHashMap<>();
    Set<String> passedOver = new HashSet<>(NO_FIELDS);
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (JsonNode.class.isAssignableFrom(component.getType())) {
          passedOver.add(component.getName());
        }
      }
    }
    for (var member : state.properties()) {
      if (!passedOver.contains(member.getKey())) {
        collect(member.getValue(), JsonPointer.empty().appendProperty(member.getKey()), found);
      }
    }
    return found;
  }

  private static void collect(JsonNode node, JsonPointer at, Map<JsonPointer, JsonNode> found) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), at.appendIndex(i), found);
      }
    } else if (node.isObject()) {
      if (node.path(ANCHOR).isObject() && node.path(ANCHOR).path("field").isTextual()) {
        found.put(at, node);
      } else {
        node.properties()
            .forEach(
                member -> collect(member.getValue(), at.appendProperty(member.getKey()), found));
      }
    }
  }

  private static void put(ObjectNode state, JsonPointer at, JsonNode date) {
    JsonNode around = state.at(at.head());
    if (around instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), date);
    } else {
      ((com.fasterxml.jackson.databind.node.ArrayNode) around)
          .set(at.last().getMatchingIndex(), date);
    }
  }

  private static Optional<UUID> id(JsonNode id) {
    try {
      return id.isTextual() ? Optional.of(UUID.fromString(id.asText())) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
