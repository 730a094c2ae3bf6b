/**
 * How many incidents a reader may list, by unit, months and type. The database keeps the counts in
 * the transaction of every write ({@code V31__incidents_are_counted_as_they_are_written.sql}), one
 * for each class of readers; nothing here reads a record.
 */
@NullMarked
package org.toguna.cases.incidents.counts;

import org.jspecify.annotations.NullMarked;
