/** Handovers: a case passes to other hands, or does not. */
@NullMarked
package org.toguna.cases.handovers;

import org.jspecify.annotations.NullMarked;
