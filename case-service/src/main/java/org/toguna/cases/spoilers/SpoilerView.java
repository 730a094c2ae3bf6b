package org.toguna.cases.spoilers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A spoiler as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "SpoilerView",
    allOf = {RecordEnvelope.class, Spoiler.class})
interface SpoilerView {}
