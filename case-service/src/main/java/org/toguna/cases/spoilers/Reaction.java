package org.toguna.cases.spoilers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.values.UncertainDate;

/** How they reacted, to what, and through which channels. */
@Schema(name = "SpoilerReaction", description = "How they reacted, and to what.")
public record Reaction(
    @Required @Code("spoiler_reaction") String type,
    @Nullable UncertainDate when,
    @Schema(description = "What had become known to them", maxLength = 500) @Nullable String after,
    @Code("threat_channel") List<String> channels,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Reaction {
    type = type == null ? "" : type;
    channels = channels == null ? List.of() : List.copyOf(channels);
  }
}
