package org.toguna.kit.records;

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

  public Optional<RecordKind<?>> named(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .<RecordKind<?>>map(kind -> kind)
        .findFirst();
  }
}
