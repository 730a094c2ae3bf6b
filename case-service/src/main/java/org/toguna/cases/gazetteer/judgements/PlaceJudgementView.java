package org.toguna.cases.gazetteer.judgements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A judgement as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "PlaceJudgementView",
    allOf = {RecordEnvelope.class, PlaceJudgement.class})
interface PlaceJudgementView {}
