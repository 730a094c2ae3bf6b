/**
 * The change log as each reader may follow it: deltas with tombstones, also when a record leaves
 * the reader's view, and no gap to count what others see.
 */
@NullMarked
package org.toguna.kit.changes;

import org.jspecify.annotations.NullMarked;
