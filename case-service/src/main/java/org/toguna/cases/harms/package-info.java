/** Harms: what was done to those who talk, or to their community, because of the talks. */
@NullMarked
package org.toguna.cases.harms;

import org.jspecify.annotations.NullMarked;
