package org.toguna.kit.records;

import java.time.Instant;
import java.util.Set;
import org.toguna.kit.marking.View;

/** One view as it will be stored: whom it admits, what it is found by, and its sealed JSON. */
record ViewDraft(
    View view,
    Set<String> admits,
    Set<String> bars,
    int version,
    String etag,
    byte[] sealed,
    Instant updatedAt,
    Facets facets) {}
