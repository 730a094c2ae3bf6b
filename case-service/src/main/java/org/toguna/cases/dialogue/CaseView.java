package org.toguna.cases.dialogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A case as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "CaseView",
    allOf = {RecordEnvelope.class, DialogueCase.class})
interface CaseView {}
