package org.toguna.cases.agreements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An agreement as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "AgreementView",
    allOf = {RecordEnvelope.class, Agreement.class})
interface AgreementView {}
