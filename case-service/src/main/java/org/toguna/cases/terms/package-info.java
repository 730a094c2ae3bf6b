/**
 * The ledger of terms: each item of a case followed from demanded to agreed, refused or imposed,
 * and what each side asked for, also where it asked for nothing.
 */
@NullMarked
package org.toguna.cases.terms;

import org.jspecify.annotations.NullMarked;
