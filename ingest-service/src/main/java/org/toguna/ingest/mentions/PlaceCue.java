package org.toguna.ingest.mentions;

import java.util.Set;
import org.toguna.ingest.text.Span;

/** What the words around a name say about it. */
record PlaceCue(
    Span span,
    Set<String> levels,
    Mention.Role role,
    boolean partOfName,
    boolean titled,
    boolean area) {

  /** A word of kind stands beside the name: "district", "village". */
  boolean typed() {
    return !levels.isEmpty();
  }
}
