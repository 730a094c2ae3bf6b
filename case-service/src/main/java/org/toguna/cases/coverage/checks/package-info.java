/**
 * Checks of coverage lists: a list against what the gazetteer holds of the unit it claims to cover,
 * on a date. The answer says what is missing, doubtful or foreign; it never says that nothing is.
 */
@NullMarked
package org.toguna.cases.coverage.checks;

import org.jspecify.annotations.NullMarked;
