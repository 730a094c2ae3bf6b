/**
 * What the other services told us: their records as states, kept as this service's read model.
 *
 * <p>Follow one event: Kafka → {@code Siblings} (apply what is newer, in batches) → {@code sibling}
 * table → {@code SiblingNews} listeners. What cannot be read becomes a dead letter and can be
 * replayed; the whole model can be rebuilt from the compacted topics.
 */
@NullMarked
package org.toguna.kit.siblings;

import org.jspecify.annotations.NullMarked;
