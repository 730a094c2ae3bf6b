/**
 * The real PostgreSQL and the real Kafka, run as child processes where there is no Docker: each
 * {@link org.toguna.parts.Part} can be started, waited for, stopped and killed, and comes back from
 * its own directory afterwards.
 */
@NullMarked
package org.toguna.parts;

import org.jspecify.annotations.NullMarked;
