package org.toguna.cases.mandates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A mandate as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "MandateView",
    allOf = {RecordEnvelope.class, Mandate.class})
interface MandateView {}
