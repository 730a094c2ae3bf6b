package org.toguna.actors.caseload;

import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case or crisis that an actor takes part in, and where to read it. */
@Schema(description = "A case or crisis that the actor takes part in.")
record CaseloadItem(
    UUID id,
    @Schema(description = "case or crisis", maxLength = 40) String kind,
    @Schema(description = "Code of the list case_type or crisis_type", maxLength = 40)
        @Nullable String type,
    @Schema(description = "Of a crisis: code of the list crisis_status", maxLength = 40)
        @Nullable String status,
    @Schema(description = "Of a case: code of the list case_stage", maxLength = 40)
        @Nullable String stage,
    @Schema(description = "Where case-service serves it", maxLength = 200) URI url) {}
