package org.toguna.kit.marking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.UncertainDate;

/** A date as blurred readers get it: cut, without the words of the source. */
final class BlurredDate {

  private BlurredDate() {}

  /** Nothing if it is no date, or if without its words nothing is left of it. */
  static Optional<ObjectNode> of(JsonNode date, DatePrecision finest) {
    UncertainDate full =
        new UncertainDate(
            text(date, "edtf"), text(date, "from"), text(date, "to"), null, null, null, null);
    UncertainDate cut = finest.cut(full);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "edtf", cut.edtf());
    put(json, "from", cut.from());
    put(json, "to", cut.to());
    if (json.isEmpty()) {
      return Optional.empty();
    }
    put(json, "basis", text(date, "basis"));
    return Optional.of(json);
  }

  private static @Nullable String text(JsonNode date, String member) {
    return date.path(member).textValue();
  }

  private static void put(ObjectNode json, String member, @Nullable String text) {
    if (text != null) {
      json.put(member, text);
    }
  }
}
