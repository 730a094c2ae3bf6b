package org.toguna.kit.records;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;

/**
 * One line of the ledger: everything that one change of one record writes beside the record's row.
 *
 * @param isNew whether nothing of the record was there before
 * @param wrappedKey the key of the record, which its views hold; null where none are written
 * @param parents what a new or revised record hangs on
 * @param anchors of these, those that its dates hang on
 * @param quoted the documents that it cites
 * @param own how finely its marking and its content let it be shown
 * @param floor the finest place that its content alone allows; null if nobody outside sees it
 * @param payload the event's data; null makes a tombstone
 */
record Entry(
    RecordRow row,
    String topic,
    boolean isNew,
    byte @Nullable [] wrappedKey,
    List<ViewDraft> views,
    Set<UUID> parents,
    Set<UUID> anchors,
    Set<UUID> quoted,
    Audience before,
    Audience after,
    Cut own,
    @Nullable PlaceLevel floor,
    boolean blurredChanged,
    String fact,
    List<String> changed,
    @Nullable byte[] note,
    @Nullable String payload,
    Reader author,
    Instant at) {

  /** That a record was erased: a tombstone, and nothing of it any more. */
  static Entry erasure(RecordRow row, String topic, Audience before, Reader author, Instant at) {
    return new Entry(
        row,
        topic,
        false,
        null,
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        before,
        new Audience(Set.of(), Set.of()),
        Cut.NONE,
        null,
        true,
        "erased",
        List.of(),
        null,
        null,
        author,
        at);
  }
}
