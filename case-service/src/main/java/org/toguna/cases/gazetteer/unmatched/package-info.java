/**
 * Places that an organisation's own records name in words alone, waiting for a person to say which
 * they are: a question put to the records each time, so that nothing has to be kept in step. A name
 * leaves the queue when its record is revised to bear the entry's id, or to say that the source
 * keeps the place unnamed.
 */
@NullMarked
package org.toguna.cases.gazetteer.unmatched;

import org.jspecify.annotations.NullMarked;
