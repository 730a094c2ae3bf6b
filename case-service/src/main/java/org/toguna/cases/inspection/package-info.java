/**
 * Looks over what was posted: codes, dates, numbers, places, actors and other records, each with
 * the pointer to what is wrong and what to do about it.
 */
@NullMarked
package org.toguna.cases.inspection;

import org.jspecify.annotations.NullMarked;
