/**
 * Takes a provider's file in: row by row into the staging table, then set by set into places,
 * names, history and outbox, all in one transaction.
 *
 * <p>A row that cannot be taken is told with line, column and remedy; the others stand without it.
 */
@NullMarked
package org.toguna.cases.gazetteer.imports;

import org.jspecify.annotations.NullMarked;
