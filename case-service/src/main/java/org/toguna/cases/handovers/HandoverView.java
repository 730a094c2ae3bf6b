package org.toguna.cases.handovers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A handover as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "HandoverView",
    allOf = {RecordEnvelope.class, Handover.class})
interface HandoverView {}
