/**
 * Names that texts are searched for: places of the gazetteer for everybody, actors for whoever may
 * know them. Protected names are fetched with the reader's own token and kept in memory alone.
 */
@NullMarked
package org.toguna.ingest.dictionary;

import org.jspecify.annotations.NullMarked;
