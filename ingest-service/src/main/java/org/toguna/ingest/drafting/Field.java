package org.toguna.ingest.drafting;

import java.util.List;

/** One drafted field, with every passage it rests on and why it was read so. */
public record Field(String pointer, Value value, List<Passage> passages, String reason) {

  public Field {
    passages = List.copyOf(passages);
  }
}
