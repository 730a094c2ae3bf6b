/**
 * Imports of a provider's incidents as jobs: kept, taken in batch by batch, resumed by themselves
 * after a crash, and undone if need be.
 *
 * <p>Follow a file: {@code IncidentImportResource} → {@code ImportJobs} (job and sealed file) →
 * {@code ImportWorker} → {@code ImportStep} (one batch: records, outcomes and position in one
 * transaction) → {@code GedRow} (what a row says) → {@code UnitNames} (where it is).
 */
@NullMarked
package org.toguna.cases.incidents.imports;

import org.jspecify.annotations.NullMarked;
