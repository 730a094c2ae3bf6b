package org.toguna.actors.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an organisation is called, in the languages of the registry. */
@Schema(name = "OrganisationTitle", description = "What an organisation is called.")
record Title(
    @Schema(maxLength = 200) @Nullable String en, @Schema(maxLength = 200) @Nullable String fr) {}
