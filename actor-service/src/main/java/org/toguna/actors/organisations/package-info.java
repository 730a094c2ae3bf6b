/**
 * The organisations that take part in the registry: known to all who are signed in, changed by
 * operators, and turned away everywhere within seconds of a suspension.
 */
@NullMarked
package org.toguna.actors.organisations;

import org.jspecify.annotations.NullMarked;
