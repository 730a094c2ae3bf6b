/** Outcomes: what came of a dialogue, as observed. */
@NullMarked
package org.toguna.cases.outcomes;

import org.jspecify.annotations.NullMarked;
