package org.toguna.ingest.suggestions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A record of this kind as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "SuggestionView",
    allOf = {RecordEnvelope.class, SuggestedRecord.class})
interface SuggestionView {}
