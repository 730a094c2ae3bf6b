/** Queries that carry their reader with them, in one round trip and one implicit transaction. */
@NullMarked
package org.toguna.kit.db;

import org.jspecify.annotations.NullMarked;
