/**
 * The outbox: an event is a row of the same transaction as the change it tells of. One active relay
 * per service carries rows to Kafka and deletes what was acknowledged; delivery is at least once.
 */
@NullMarked
package org.toguna.kit.outbox;

import org.jspecify.annotations.NullMarked;
