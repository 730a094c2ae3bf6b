package org.toguna.cases.exposures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An exposure as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "ExposureView",
    allOf = {RecordEnvelope.class, Exposure.class})
interface ExposureView {}
