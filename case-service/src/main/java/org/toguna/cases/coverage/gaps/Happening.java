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
 * What happened where, out of the view that a reader has of it: one settlement by settlement, and
 * until when at the latest.
 *
 * @param lastDay null if it goes on, or nobody knows
 */
record Happening(List<PlaceReference> places, @Nullable LocalDate lastDay) {

  static Happening of(ObjectNode view, RecordJson json) {
    var places = new ArrayList<PlaceReference>();
    place(view.path("place"), json, places);
    view.path("furtherPlaces").forEach(further -> place(further, json, places));
    // A date that is over at once, or the end of what goes on.
    JsonNode end = view.path("when").isObject() ? view.path("when") : view.path("until");
    LocalDate last = end.isObject() ? read(end, json, UncertainDate.class).latest() : null;
    return new Happening(places, last);
  }

  /** A place that the source leaves unnamed lies somewhere in a unit: nobody can look it up. */
  private static void place(JsonNode node, RecordJson json, List<PlaceReference> places) {
    if (node.isObject()) {
      var place = read(node, json, PlaceReference.class);
      boolean settlement = place.level() != null && place.level().compareTo(PlaceLevel.adm3) > 0;
      if (place.id() != null && settlement && !Boolean.TRUE.equals(place.unnamed())) {
        places.add(place);
      }
    }
  }

  /** Whether it can have happened, or gone on, on that day or later. */
  boolean reaches(@Nullable UncertainDate list) {
    LocalDate from = list == null ? null : list.earliest();
    return from == null || lastDay == null || !lastDay.isBefore(from);
  }

  private static <T> T read(JsonNode node, RecordJson json, Class<T> type) {
    try {
      return json.read((ObjectNode) node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
