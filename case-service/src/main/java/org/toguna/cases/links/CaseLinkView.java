package org.toguna.cases.links;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A link between cases as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "CaseLinkView",
    allOf = {RecordEnvelope.class, CaseLink.class})
interface CaseLinkView {}
