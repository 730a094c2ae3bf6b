/**
 * The OpenAPI document that a service publishes: what is true of every operation is said here once,
 * so that no resource repeats it and none forgets it.
 */
@NullMarked
package org.toguna.kit.contract;

import org.jspecify.annotations.NullMarked;
