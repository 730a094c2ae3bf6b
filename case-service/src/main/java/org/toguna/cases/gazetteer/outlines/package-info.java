/**
 * Outlines of units: GeoJSON (RFC 7946) in and out, simplified for small maps so that neighbours
 * stay neighbours.
 *
 * <p>Follow a request: {@code OutlineResource} → {@code Outlines} → {@code unit_outline_at_zoom}.
 * How they come in: {@code imports.OutlineImport}.
 */
@NullMarked
package org.toguna.cases.gazetteer.outlines;

import org.jspecify.annotations.NullMarked;
