/**
 * Retry-safe writes: the first request with a key acts, and every other one with it learns what the
 * first one did, told anew by the policy of now.
 */
@NullMarked
package org.toguna.kit.idempotency;

import org.jspecify.annotations.NullMarked;
