package org.toguna.cases.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An ask as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "AskView",
    allOf = {RecordEnvelope.class, Ask.class})
interface AskView {}
