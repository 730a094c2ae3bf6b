/**
 * What a record's members must hold to, said once for all kinds: codes, dates, numbers, places,
 * actors, and records that it refers to.
 */
@NullMarked
package org.toguna.cases.scrutiny;

import org.jspecify.annotations.NullMarked;
