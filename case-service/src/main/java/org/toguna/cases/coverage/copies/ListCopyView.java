package org.toguna.cases.coverage.copies;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A copy as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "ListCopyView",
    allOf = {RecordEnvelope.class, ListCopy.class})
interface ListCopyView {}
