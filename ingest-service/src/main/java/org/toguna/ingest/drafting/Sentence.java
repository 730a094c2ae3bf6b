package org.toguna.ingest.drafting;

import java.util.List;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.text.Span;

/** A sentence with its words and what is mentioned in it. */
record Sentence(
    int index,
    Span span,
    int from,
    int to,
    int paragraph,
    int section,
    boolean heading,
    List<Mention> mentions) {

  List<Mention> of(Mention.Kind kind) {
    return mentions.stream().filter(each -> each.kind() == kind).toList();
  }
}
