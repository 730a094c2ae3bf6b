/**
 * The board: which places are cut off now, since when, how fresh that is, and who talks to whom.
 */
@NullMarked
package org.toguna.cases.board;

import org.jspecify.annotations.NullMarked;
