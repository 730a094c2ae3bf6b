/**
 * What a component of a record's state says of itself, where it is declared: from which code list
 * it takes its codes, whether it may be left out, how long it may be. Checks, the contract and
 * whatever else follows from it read it there, so that nothing is said twice.
 */
@NullMarked
package org.toguna.kit.law;

import org.jspecify.annotations.NullMarked;
