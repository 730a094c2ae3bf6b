/**
 * Measures parts of the registry on files that anyone may bring, without a running stack: {@code
 * ./toguna evaluate places}.
 */
@NullMarked
package org.toguna.local.evaluate;

import org.jspecify.annotations.NullMarked;
