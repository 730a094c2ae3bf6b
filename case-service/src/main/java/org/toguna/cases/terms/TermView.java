package org.toguna.cases.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A term as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "TermView",
    allOf = {RecordEnvelope.class, Term.class})
interface TermView {}
