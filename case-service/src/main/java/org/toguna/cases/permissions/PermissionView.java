package org.toguna.cases.permissions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.toguna.kit.records.RecordEnvelope;

/** A permission as it is served: its fields inside the envelope of every record. */
@Schema(
    name = "PermissionView",
    allOf = {RecordEnvelope.class, Permission.class})
interface PermissionView {}
