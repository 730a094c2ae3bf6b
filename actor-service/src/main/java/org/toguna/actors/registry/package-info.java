/**
 * The registry of actors: each name is a claim that somebody made, and names collide freely; no
 * actor is ever merged with another because they look alike.
 */
@NullMarked
package org.toguna.actors.registry;

import org.jspecify.annotations.NullMarked;
