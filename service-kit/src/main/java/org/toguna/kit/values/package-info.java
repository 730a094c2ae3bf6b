/**
 * Values that the field needs and ordinary columns cannot hold: dates, numbers and shares that are
 * uncertain, fields that are silent for different reasons, who says so and which reading was
 * preferred. They carry whatever a client sent and tell what is wrong with it as {@code Flaw}s.
 */
@NullMarked
package org.toguna.kit.values;

import org.jspecify.annotations.NullMarked;
