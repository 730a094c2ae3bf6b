/**
 * Actors as cases refer to them: by id where actor-service knows them, in the source's words
 * always.
 */
@NullMarked
package org.toguna.cases.actors;

import org.jspecify.annotations.NullMarked;
