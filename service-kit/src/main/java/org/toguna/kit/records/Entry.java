package org.toguna.kit.records;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;

/**
 * One line of the ledger: everything that one change of one record writes beside the record's row.
 *
 * @param wrappedKey the key of a new record; null for one that has it
 * @param parents what a new or revised record hangs on
 * @param anchors of these, those that its dates hang on
 * @param quoted the documents that it cites
 * @param payload the event's data; null makes a tombstone
 */
record Entry(
    RecordRow row,
    String topic,
    @Nullable byte[] wrappedKey,
    List<ViewDraft> views,
    Set<UUID> parents,
    Set<UUID> anchors,
    Set<UUID> quoted,
    Audience before,
    Audience after,
    boolean blurredChanged,
    String fact,
    List<String> changed,
    @Nullable byte[] note,
    @Nullable String payload,
    Reader author,
    Instant at) {}
