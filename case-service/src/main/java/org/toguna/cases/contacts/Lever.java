package org.toguna.cases.contacts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.UncertainDate;

/** Why the other side listened: kinship, an ancestral pact, a protection given years before. */
@Schema(name = "ContactLever", description = "Why the other side listened.")
public record Lever(
    @Required @Code("contact_lever") String type,
    @Schema(description = "When what it rests on happened") @MayLie(MayLie.Beyond.LONG_AGO)
        @Nullable UncertainDate when,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Lever {
    type = type == null ? "" : type;
  }
}
