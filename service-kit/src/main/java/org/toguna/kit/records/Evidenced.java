package org.toguna.kit.records;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/** What every record carries beside its own fields: how far it may travel and what it rests on. */
public interface Evidenced {
  /** How far it may travel; null means the default, the owner alone. */
  @Nullable Marking marking();

  /** The state of fields without a value, by JSON Pointer. */
  Map<String, ValueState> states();

  List<Citation> citations();

  List<Reading> readings();

  /** The documents that it quotes. */
  default Set<UUID> quoted() {
    return citations().stream()
        .map(Citation::document)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The suggestion that it was accepted from; null for what a person recorded unasked. */
  default @Nullable UUID suggestion() {
    return null;
  }
}
