/**
 * Statistics for dashboards, each over what its reader may list and over nothing else.
 *
 * <p>Cases, crises and terms are counted as they are written: the database keeps the counts in the
 * transaction of every write ({@code V65__records_are_counted_with_what_they_hang_on.sql}), one for
 * each class of readers, and {@link org.toguna.cases.statistics.KeptCounts} adds up those of a
 * reader. Everything else is made of the reader's own views when it is asked for.
 */
@NullMarked
package org.toguna.cases.statistics;

import org.jspecify.annotations.NullMarked;
