/** Spoilers: who works against a dialogue, and how they react to what. */
@NullMarked
package org.toguna.cases.spoilers;

import org.jspecify.annotations.NullMarked;
