package org.toguna.cases.gazetteer.imports;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who wants a file imported, and how.
 *
 * @param coding the edition whose codes the file's units bear, where the file does not tell
 * @param charset in which the file is, as its sender declares
 * @param dryRun say what would become of each row, and keep nothing
 */
public record ImportOrder(
    UUID id,
    Optional<String> coding,
    Optional<String> charset,
    boolean dryRun,
    String person,
    Instant at) {}
