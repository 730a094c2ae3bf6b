/**
 * Cases of dialogue and the crises they try to end: what happened where, who talks to whom about
 * it, and which places are cut off now.
 *
 * <p>Follow one request: {@code crises.CrisisResource} → kit {@code RecordDesk} → {@code
 * crises.CrisisKind} → {@code RecordBook} → Kafka. Follow one event: Kafka → kit {@code Siblings} →
 * {@code actors.KnownActors}. The question of the day is answered in {@code board}.
 */
@NullMarked
package org.toguna.cases;

import org.jspecify.annotations.NullMarked;
