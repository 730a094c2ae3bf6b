package org.toguna.cases.presence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An armed presence as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "PresenceView",
    allOf = {RecordEnvelope.class, Presence.class})
interface PresenceView {}
