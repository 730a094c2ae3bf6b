/**
 * Records: what a service keeps, in one shape for all kinds, so that who may see a record is
 * decided and enforced once.
 *
 * <p>Follow one write: {@code RecordEndpoint} → {@code RecordBook} → {@code Ledger} (record, views,
 * history, change, outbox and audit in one transaction). Follow one read: {@code RecordEndpoint} →
 * {@code RecordReads} → the row-level policies of {@code V1__records_and_who_may_see_them.sql}.
 */
@NullMarked
package org.toguna.kit.records;

import org.jspecify.annotations.NullMarked;
