package org.toguna.kit.records;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.View;

/**
 * One view as it will be stored: whom it admits, what it is found by, and its sealed JSON.
 *
 * @param made how finely a blurred view was made
 */
record ViewDraft(
    View view,
    Set<String> admits,
    Set<String> bars,
    int version,
    String etag,
    byte[] sealed,
    Instant updatedAt,
    Facets facets,
    @Nullable Cut made) {}
