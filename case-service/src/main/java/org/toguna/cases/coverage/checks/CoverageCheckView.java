package org.toguna.cases.coverage.checks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A check that was kept, as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "CoverageCheckView",
    allOf = {RecordEnvelope.class, CoverageCheck.class})
interface CoverageCheckView {}
