package org.toguna.cases.coverage.gaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.UncertainDate;

/**
 * What happened where, out of the view that a reader has of it: settlement by settlement, and until
 * when at the latest.
 *
 * @param unplaced places that are on no map: told in words alone, kept unnamed, or known by the
 *     unit that they lie in; only of who gets all of it
 * @param imported whether a provider told it, among thousands
 * @param lastDay null if it goes on, or nobody knows
 */
record Happening(
    List<PlaceReference> places,
    List<PlaceReference> unplaced,
    boolean imported,
    @Nullable LocalDate lastDay) {

  static Happening of(ObjectNode view, RecordJson json) {
    var all = new ArrayList<PlaceReference>();
    place(view.path("place"), json, all);
    view.path("furtherPlaces").forEach(further -> place(further, json, all));
    List<PlaceReference> places = all.stream().filter(Happening::isSettlement).toList();
    boolean whole = view.path("view").asText().equals("full");
    List<PlaceReference> unplaced =
        all.stream().filter(place -> whole && Unplaced.is(place)).toList();
    // A date that is over at once, or the end of what goes on.
    JsonNode end = view.path("when").isObject() ? view.path("when") : view.path("until");
    LocalDate last = end.isObject() ? read(end, json, UncertainDate.class).latest() : null;
    return new Happening(places, unplaced, !view.path("externalIds").isEmpty(), last);
  }

  private static void place(JsonNode node, RecordJson json, List<PlaceReference> places) {
    if (node.isObject()) {
      places.add(read(node, json, PlaceReference.class));
    }
  }

  private static boolean isSettlement(PlaceReference place) {
    boolean settlement = place.level() != null && place.level().compareTo(PlaceLevel.adm3) > 0;
    return place.id() != null && settlement && !Boolean.TRUE.equals(place.unnamed());
  }

  /** Whether it can have happened, or gone on, on that day or later. */
  boolean reaches(@Nullable UncertainDate list) {
    LocalDate from = list == null ? null : list.earliest();
    return from == null || lastDay == null || !lastDay.isBefore(from);
  }

  static <T> T read(JsonNode node, RecordJson json, Class<T> type) {
    try {
      return json.read((ObjectNode) node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
