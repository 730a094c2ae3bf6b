package org.toguna.cases.coverage.gaps;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A possible gap as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "ListGapView",
    allOf = {RecordEnvelope.class, ListGap.class})
interface ListGapView {}
