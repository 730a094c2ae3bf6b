/** Crises: the harm that a dialogue tries to end, from a siege to an abduction. */
@NullMarked
package org.toguna.cases.crises;

import org.jspecify.annotations.NullMarked;
