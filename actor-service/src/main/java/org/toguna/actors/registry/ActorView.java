package org.toguna.actors.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** An actor as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "ActorView",
    allOf = {RecordEnvelope.class, Actor.class})
interface ActorView {}
