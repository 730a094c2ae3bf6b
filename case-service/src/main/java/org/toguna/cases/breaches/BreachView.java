package org.toguna.cases.breaches;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A breach report as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "BreachView",
    allOf = {RecordEnvelope.class, Breach.class})
interface BreachView {}
