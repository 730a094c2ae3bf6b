package org.toguna.actors.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An organisation as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "OrganisationView",
    allOf = {RecordEnvelope.class, Organisation.class})
interface OrganisationView {}
