package org.toguna.ingest.mentions;

import org.jspecify.annotations.Nullable;

/** A number as the words give it: what is not said of it stays unknown. */
public record Quantity(
    @Nullable Double low,
    @Nullable Double best,
    @Nullable Double high,
    @Nullable String unit,
    String asStated) {}
