package org.toguna.cases.precedents;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one view of one record tells for comparing: what its facets hold.
 *
 * @param codes each after its name and a colon, as its kind gives them
 */
record Telling(UUID record, String kind, Set<String> codes, Where where, Span when) {

  /** The values after that name. */
  List<String> named(String name) {
    String prefix = name + ":";
    return codes.stream()
        .filter(code -> code.startsWith(prefix))
        .map(code -> code.substring(prefix.length()))
        .toList();
  }

  /** The one value after that name; null where there is none. */
  @Nullable String one(String name) {
    return named(name).stream().findFirst().orElse(null);
  }
}
