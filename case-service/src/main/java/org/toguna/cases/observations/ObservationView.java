package org.toguna.cases.observations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An observation as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "ObservationView",
    allOf = {RecordEnvelope.class, Observation.class})
interface ObservationView {}
