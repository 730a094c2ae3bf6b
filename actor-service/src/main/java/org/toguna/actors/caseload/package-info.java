/** The cases and crises that an actor takes part in, as far as a reader may know of both. */
@NullMarked
package org.toguna.actors.caseload;

import org.jspecify.annotations.NullMarked;
