package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The kinds of record that this service keeps, by name. */
@ApplicationScoped
public class RecordKinds {
  private final List<RecordKind<?>> kinds;

  RecordKinds(@All List<RecordKind<?>> kinds) {
    this.kinds = kinds;
  }

  public List<String> names() {
    return kinds.stream().<String>map(RecordKind::name).toList();
  }

  public List<RecordKind<?>> all() {
    return List.copyOf(kinds);
  }

  public Optional<RecordKind<?>> named(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .<RecordKind<?>>map(kind -> kind)
        .findFirst();
  }

  /** A view of any kind as it is reckoned with: its days that cannot be are left open. */
  public ObjectNode reckoned(ObjectNode view) {
    return named(view.path("kind").asText()).map(kind -> kind.reckoned(view)).orElse(view);
  }
}
