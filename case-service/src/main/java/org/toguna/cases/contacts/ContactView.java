package org.toguna.cases.contacts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A contact as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "ContactView",
    allOf = {RecordEnvelope.class, Contact.class})
interface ContactView {}
