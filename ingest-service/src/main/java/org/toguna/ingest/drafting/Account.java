package org.toguna.ingest.drafting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** One more of a list; the same again, word for word or in code and number, is none more. */
  void add(Field field) {
    boolean known =
        fields.values().stream()
            .anyMatch(
                other ->
                    other.pointer().startsWith(field.pointer())
                        && other.value() instanceof Value.Harm one
                        && field.value() instanceof Value.Harm two
                        && one.sameAs(two));
    long before = fields.keySet().stream().filter(at -> at.startsWith(field.pointer())).count();
    if (!known) {
      var pointer = field.pointer() + before;
      fields.put(pointer, new Field(pointer, field.value(), field.passages(), field.reason()));
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

  /** The draft, less what its passages do not say; none where they do not say what it is. */
  Optional<Suggestion> suggestion(String rulesVersion, Grounds grounds) {
    var held = fields.values().stream().filter(grounds::hold).toList();
    boolean typed = held.stream().anyMatch(field -> field.pointer().equals("/type"));
    return typed
        ? Optional.of(new Suggestion(type, rulesVersion, held, List.copyOf(passages)))
        : Optional.empty();
  }
}
