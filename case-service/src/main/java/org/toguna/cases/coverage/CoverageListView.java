package org.toguna.cases.coverage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A coverage list as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "CoverageListView",
    allOf = {RecordEnvelope.class, CoverageList.class})
interface CoverageListView {}
