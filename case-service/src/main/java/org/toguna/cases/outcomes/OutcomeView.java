package org.toguna.cases.outcomes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An outcome as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "OutcomeView",
    allOf = {RecordEnvelope.class, Outcome.class})
interface OutcomeView {}
