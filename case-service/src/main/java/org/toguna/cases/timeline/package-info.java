/**
 * The timeline of a case: every dated field of everything that hangs on it, as far as the reader
 * sees it, with the bounds as they are.
 */
@NullMarked
package org.toguna.cases.timeline;

import org.jspecify.annotations.NullMarked;
