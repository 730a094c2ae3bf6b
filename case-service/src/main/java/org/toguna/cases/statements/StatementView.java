package org.toguna.cases.statements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A statement as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "StatementView",
    allOf = {RecordEnvelope.class, Statement.class})
interface StatementView {}
