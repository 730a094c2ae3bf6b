package org.toguna.actors.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an organisation is suspended or closed. */
@Schema(description = "Why an organisation is suspended or closed.")
record ChangeOfStanding(@Schema(maxLength = 1000) @Nullable String reason) {}
