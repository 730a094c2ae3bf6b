package org.toguna.cases.terms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;

/** The terms of a case that a side asked for, as far as a reader sees them. */
@ApplicationScoped
class AskedTerms {
  private final RecordReads reads;
  private final RecordJson json;

  AskedTerms(RecordReads reads, RecordJson json) {
    this.reads = reads;
    this.json = json;
  }

  /** All of them: whether a side asked for nothing is not judged by a part. */
  List<ObjectNode> all(Reader reader, String kind, UUID dialogue) {
    return all(reader, kind, dialogue, Integer.MAX_VALUE - 1);
  }

  List<ObjectNode> all(Reader reader, String kind, UUID dialogue, int most) {
    return reads.about(reader, kind, Set.of(dialogue), most).stream()
        .map(served -> json.parse(served.json()))
        .filter(record -> record.path("case").asText().equals(dialogue.toString()))
        .toList();
  }

  List<ObjectNode> bySide(Reader reader, UUID dialogue, String side) {
    return all(reader, TermKind.NAME, dialogue).stream()
        .filter(term -> isAskedBy(term, side))
        .toList();
  }

  static boolean isAskedBy(ObjectNode term, String side) {
    String asked = term.path("askedBySide").asText();
    return asked.equals(side) || asked.equals("both");
  }
}
