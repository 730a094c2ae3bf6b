package org.toguna.kit.records;

import java.util.UUID;

/**
 * What a write did.
 *
 * @param replayed true if an earlier request with the same idempotency key had done it
 */
public record Written(UUID id, int version, int status, boolean replayed) {}
