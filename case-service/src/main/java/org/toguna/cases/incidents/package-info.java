/**
 * Incidents: dated events with the codes that ACLED and UCDP know, their actors by side, their dead
 * as ranges, and the sources that they rest on.
 *
 * <p>Follow one write: {@code IncidentResource} → {@code IncidentKind} → the ledger, and in the
 * same transaction {@code incidents.counts} (by the database) and the ids that providers gave.
 * Whether it tells of a gap in a list is looked at off the request, by {@code coverage.gaps}.
 */
@NullMarked
package org.toguna.cases.incidents;

import org.jspecify.annotations.NullMarked;
