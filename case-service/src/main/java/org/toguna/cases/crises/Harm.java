package org.toguna.cases.crises;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.UncertainShare;

/**
 * One kind of harm done by the crisis.
 *
 * @param share a part of something whose size may be unknown: half of the village
 */
@Schema(name = "CrisisHarm", description = "One kind of harm done by the crisis.")
public record Harm(
    @Required @Code("harm_type") String type,
    @Nullable UncertainNumber count,
    @Nullable UncertainShare share,
    @Nullable UncertainDate when,
    @Code("harm_author") @Nullable String author,
    @Schema(maxItems = 50) List<ActorReference> by,
    @Schema(description = "In the source's words", maxLength = 500) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Harm {
    type = type == null ? "" : type;
    by = by == null ? List.of() : List.copyOf(by);
  }
}
