/**
 * What every service's tests stand on: {@link org.toguna.test.RealParts} gives a test run its own
 * databases and topics on a real PostgreSQL and a real Kafka, and {@link org.toguna.test.Tokens}
 * lets it speak as anyone, honest or not.
 */
@NullMarked
package org.toguna.test;

import org.jspecify.annotations.NullMarked;
