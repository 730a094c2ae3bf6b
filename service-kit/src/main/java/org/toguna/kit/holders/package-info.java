/**
 * Who holds what: per record and organisation the first reading, committed before the answer leaves
 * the house, and the last, true to a minute. It is the record's owner who may ask.
 */
@NullMarked
package org.toguna.kit.holders;

import org.jspecify.annotations.NullMarked;
