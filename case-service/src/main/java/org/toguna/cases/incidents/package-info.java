/**
 * Incidents: dated events with the codes that ACLED and UCDP know, their actors by side, their dead
 * as ranges, and the sources that they rest on.
 *
 * <p>Follow one write: {@code IncidentResource} → {@code IncidentKind} → the ledger, and in the
 * same transaction {@code incidents.counts} (by the database) and every {@link
 * org.toguna.cases.incidents.IncidentListener}.
 */
@NullMarked
package org.toguna.cases.incidents;

import org.jspecify.annotations.NullMarked;
