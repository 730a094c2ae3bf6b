/**
 * The copy of a coverage list that leaves: names and nothing else, asked for by one person of the
 * owner and approved by another, and only of the list as both of them saw it.
 */
@NullMarked
package org.toguna.cases.coverage.copies;

import org.jspecify.annotations.NullMarked;
