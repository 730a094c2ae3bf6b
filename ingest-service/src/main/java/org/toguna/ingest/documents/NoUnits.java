package org.toguna.ingest.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.toguna.kit.records.Units;

/** Documents are not found by place: what they speak of is in their mentions. */
@ApplicationScoped
class NoUnits implements Units {
  @Override
  public OptionalInt level(String id) {
    return OptionalInt.empty();
  }
}
