/** Exposure: what others know of those who talk, without any harm as yet. */
@NullMarked
package org.toguna.cases.exposures;

import org.jspecify.annotations.NullMarked;
