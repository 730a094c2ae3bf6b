/**
 * The whole registry on one machine, without Docker: {@link org.toguna.local.Stack} starts
 * PostgreSQL, Kafka, the origin and the three services as processes of their own and brings back
 * whichever ends.
 */
@NullMarked
package org.toguna.local;

import org.jspecify.annotations.NullMarked;
