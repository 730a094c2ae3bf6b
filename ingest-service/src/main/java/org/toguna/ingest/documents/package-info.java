/**
 * Documents: the original bytes, the canonical text that citations count in, and what was read
 * there.
 */
@NullMarked
package org.toguna.ingest.documents;

import org.jspecify.annotations.NullMarked;
