package org.toguna.ingest.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.drafting.Suggestion;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.text.Fault;
import org.toguna.ingest.text.Reading;
import org.toguna.ingest.text.Repetition;

/**
 * A posted report with all that was read in it.
 *
 * @param more more is mentioned than is listed
 * @param partly why not all of it was read, where the reading itself does not say so
 */
record ReadReport(
    Reading reading,
    String language,
    List<Repetition> repetitions,
    List<Mention> mentions,
    boolean more,
    List<Suggestion> drafts,
    @Nullable Fault partly) {

  static ReadReport without(Reading reading, @Nullable Fault partly) {
    return new ReadReport(reading, "und", List.of(), List.of(), false, List.of(), partly);
  }

  @Nullable Fault fault() {
    return reading.fault() != null ? reading.fault() : partly;
  }
}
