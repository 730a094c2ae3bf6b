package org.toguna.cases.promises;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A promise as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "PromiseView",
    allOf = {RecordEnvelope.class, Promise.class})
interface PromiseView {}
