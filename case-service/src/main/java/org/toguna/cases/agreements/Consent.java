package org.toguna.cases.agreements;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.values.UncertainNumber;

/**
 * Who said yes, for whom, and whether that binds them: ten leaders may consent for a militia and a
 * whole commune, and a commander may or may not be able to bind his group.
 */
@Schema(description = "Who said yes, for whom, and whether that binds them.")
public record Consent(
    @Nullable ActorReference by,
    @Schema(description = "How many consented") @Nullable UncertainNumber count,
    @Schema(description = "For whom, besides themselves", maxItems = 50)
        List<ActorReference> onBehalfOf,
    @Code("power_to_bind") @Nullable String powerToBind,
    @Code("consent_quality") @Nullable String quality,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Consent {
    onBehalfOf = onBehalfOf == null ? List.of() : List.copyOf(onBehalfOf);
  }
}
