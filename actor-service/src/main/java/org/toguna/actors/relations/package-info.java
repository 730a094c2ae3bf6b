/** Ties between actors, each with its bounds in time, seen only by those who may see both ends. */
@NullMarked
package org.toguna.actors.relations;

import org.jspecify.annotations.NullMarked;
