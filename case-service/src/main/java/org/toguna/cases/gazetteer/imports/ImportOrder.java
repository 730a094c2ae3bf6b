package org.toguna.cases.gazetteer.imports;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who wants a file imported, and how.
 *
 * @param coding the edition whose codes the file's units bear, where the file does not tell
 * @param dryRun say what would become of each row, and keep nothing
 */
public record ImportOrder(
    UUID id, Optional<String> coding, boolean dryRun, String person, Instant at) {}
