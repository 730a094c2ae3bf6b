package org.toguna.cases.meetings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A meeting as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "MeetingView",
    allOf = {RecordEnvelope.class, Meeting.class})
interface MeetingView {}
