/** Promises and check-ins: who promised to call whom by when, and whether they did. */
@NullMarked
package org.toguna.cases.promises;

import org.jspecify.annotations.NullMarked;
