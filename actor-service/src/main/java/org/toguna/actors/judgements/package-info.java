/**
 * Judgements on whether two actors are the same: made by a person, revised or taken back by one.
 */
@NullMarked
package org.toguna.actors.judgements;

import org.jspecify.annotations.NullMarked;
