/**
 * Places as records refer to them: entries of the gazetteer where it has them, as stated otherwise.
 */
@NullMarked
package org.toguna.cases.places;

import org.jspecify.annotations.NullMarked;
