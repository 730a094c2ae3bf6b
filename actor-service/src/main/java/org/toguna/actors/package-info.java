/**
 * Actors: who takes part in dialogue and in violence, under which names, tied to whom, since when.
 *
 * <p>Follow one request: {@code registry.ActorResource} → kit {@code RecordDesk} → {@code
 * registry.ActorKind} → {@code RecordBook} → Kafka. Follow one event: Kafka → kit {@code Siblings}
 * → {@code sibling} table → {@code caseload.Caseload}. Two actors never become one here: whether
 * they are the same is a judgement that somebody made and can take back.
 */
@NullMarked
package org.toguna.actors;

import org.jspecify.annotations.NullMarked;
