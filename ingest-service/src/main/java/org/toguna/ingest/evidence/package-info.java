/**
 * The other end of every citation: does the document say so, and may the one who cites it read it.
 */
@NullMarked
package org.toguna.ingest.evidence;

import org.jspecify.annotations.NullMarked;
