package org.toguna.ingest.drafting;

import java.util.List;
import java.util.Optional;

/** A drafted crisis for a reviewer; a field that is not there is unknown. */
public record Suggestion(
    String type, String rulesVersion, List<Field> fields, List<Passage> passages) {

  public Suggestion {
    fields = List.copyOf(fields);
    passages = List.copyOf(passages);
  }

  public Optional<Field> field(String pointer) {
    return fields.stream().filter(each -> each.pointer().equals(pointer)).findFirst();
  }
}
