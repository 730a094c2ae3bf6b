package org.toguna.kit.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Flaw;

/** What stands around the fields of every record as it is served. */
@Schema(description = "What stands around the fields of every record.")
public record RecordEnvelope(
    UUID id,
    @Schema(description = "Kind of record", maxLength = 40) String kind,
    @Schema(
            description =
                "Blurred: fields withheld, place and dates cut to what the marking allows",
            enumeration = {"full", "blurred"})
        String view,
    @Schema(description = "Of this view", minimum = "1", maximum = "2147483647") int version,
    @Nullable Instant recordedAt,
    Instant updatedAt,
    Marking marking,
    @Schema(description = "What is odd about it; it was recorded all the same", maxItems = 200)
        @Nullable List<Flaw> warnings) {}
