package org.toguna.kit.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.outbox.NamedPersons;

/** What the broker is told of a record: whole thin states, never a delta. */
@ApplicationScoped
class RecordEvents {
  private final RecordJson json;
  private final NamedPersons persons;

  RecordEvents(RecordJson json, NamedPersons persons) {
    this.json = json;
    this.persons = persons;
  }

  /**
   * The label that it travels under: its own, or a stricter one while it admits fewer than that.
   */
  static Tlp label(RecordRow row, Audience audience) {
    return Tlp.of(row.tlp()).stricter(audience.widest());
  }

  /**
   * Protected names never travel: above GREEN an event carries ids and codes only, and whom an
   * audience names is sealed. What it calls changed is what everybody of its circle can see
   * changing.
   *
   * @param previous the blurred view before; null if there was none
   * @param cut how finely it is shown, which bounds what siblings hang on it or quote of it
   */
  String event(
      RecordKind<?> kind,
      RecordRow row,
      Audience audience,
      ObjectNode full,
      ObjectNode blurred,
      @Nullable ObjectNode previous,
      Cut cut) {
    Tlp label = label(row, audience);
    boolean open = label.compareTo(Tlp.GREEN) <= 0;
    ObjectNode forAll = kind.codes(blurred);
    ObjectNode forFull = kind.codes(full);
    if (open) {
      ObjectNode shared = kind.shareable(blurred);
      forAll.setAll(shared);
      forFull.setAll(shared);
    }
    ObjectNode event = json.object();
    event.put("id", row.id().toString());
    event.put("kind", row.kind());
    event.put("version", row.version());
    event.putObject("marking").put("tlp", label.label()).put("owner", row.owner());
    event
        .putObject("audience")
        .<ObjectNode>set("full", travelling(audience.full(), row))
        .set("seen", travelling(audience.seen(), row));
    event.putObject("cut").put("place", cut.place().name()).put("date", cut.date().name());
    event.set("changed", json.tree(open ? RecordJson.changed(previous, blurred) : List.of()));
    event.putObject("data").<ObjectNode>set("full", forFull).set("seen", forAll);
    return json.text(event);
  }

  private JsonNode travelling(Set<String> principals, RecordRow row) {
    return json.tree(new TreeSet<>(persons.sealed(principals, row.id().toString())));
  }
}
