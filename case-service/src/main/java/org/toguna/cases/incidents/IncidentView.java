package org.toguna.cases.incidents;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An incident as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "IncidentView",
    allOf = {RecordEnvelope.class, Incident.class})
interface IncidentView {}
