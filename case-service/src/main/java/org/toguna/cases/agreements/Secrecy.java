package org.toguna.cases.agreements;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;

/**
 * A clause by which the parties keep the agreement to themselves. While it stands the agreement and
 * all that hangs on it are AMBER+STRICT at least, and are shared with nobody new.
 *
 * @param release how it ended; absent while it stands
 */
@Schema(description = "A clause by which the parties keep the agreement to themselves.")
public record Secrecy(
    @Schema(description = "What must not be told to whom, in the source's words", maxLength = 2000)
        String rule,
    @Nullable ActorReference setBy,
    @Schema(description = "Why", maxItems = 20) List<String> reasons,
    @Nullable Release release) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Secrecy {
    rule = rule == null ? "" : rule;
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }

  boolean stands() {
    return release == null;
  }
}
