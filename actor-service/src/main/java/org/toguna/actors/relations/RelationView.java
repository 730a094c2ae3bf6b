package org.toguna.actors.relations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A relation as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "RelationView",
    allOf = {RecordEnvelope.class, Relation.class})
interface RelationView {}
