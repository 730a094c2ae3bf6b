package org.toguna.cases.crises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A crisis as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "CrisisView",
    allOf = {RecordEnvelope.class, Crisis.class})
interface CrisisView {}
