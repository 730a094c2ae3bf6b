package org.toguna.cases.harms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A harm as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "HarmView",
    allOf = {RecordEnvelope.class, Harm.class})
interface HarmView {}
