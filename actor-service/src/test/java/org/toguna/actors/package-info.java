/** Stories of actor-service, told through HTTP and Kafka on a real PostgreSQL and a real broker. */
@NullMarked
package org.toguna.actors;

import org.jspecify.annotations.NullMarked;
