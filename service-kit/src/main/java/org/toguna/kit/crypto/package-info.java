/**
 * Sealing: every body is encrypted under a key of its own record, and that key under the service's
 * master key, so that destroying one small row erases a record wherever its ciphertext was copied.
 */
@NullMarked
package org.toguna.kit.crypto;

import org.jspecify.annotations.NullMarked;
