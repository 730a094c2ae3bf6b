package org.toguna.actors.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to let an organisation take part. */
@Schema(description = "Lets an organisation take part.")
record RegisterOrganisation(
    @Schema(description = "As tokens carry it", maxLength = 63, examples = "ngo-a")
        String shortName,
    @Schema(description = "Code of the list organisation_kind", maxLength = 40) String type,
    @Nullable Title name) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  RegisterOrganisation {
    shortName = shortName == null ? "" : shortName.strip();
    type = type == null ? "" : type;
  }
}
