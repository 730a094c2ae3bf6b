/**
 * The words of the field as data: codes with labels in English and French, and what they map to.
 */
@NullMarked
package org.toguna.kit.codelists;

import org.jspecify.annotations.NullMarked;
