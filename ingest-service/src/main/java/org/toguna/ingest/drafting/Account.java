package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One event as it is gathered from sentence after sentence. */
final class Account {

  final String type;
  final int section;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<Passage> passages = new LinkedHashSet<>();
  Sentence last;

  Account(String type, Sentence first, Passage passage) {
    this.type = type;
    this.section = first.section();
    this.last = first;
    passages.add(passage);
  }

  void told(Sentence sentence, Passage passage) {
    last = sentence;
    passages.add(passage);
  }

  /** The first telling stands: a later one does not overwrite it. */
  void put(@Nullable Field field) {
    if (field != null) {
      fields.putIfAbsent(field.pointer(), field);
    }
  }

  void replace(String pointer, UnaryOperator<Field> change) {
    fields.computeIfPresent(pointer, (any, field) -> change.apply(field));
  }

  boolean has(String pointer) {
    return fields.containsKey(pointer);
  }

  @Nullable Field field(String pointer) {
    return fields.get(pointer);
  }

  Suggestion suggestion(String rulesVersion) {
    return new Suggestion(
        type, rulesVersion, new ArrayList<>(fields.values()), List.copyOf(passages));
  }
}
