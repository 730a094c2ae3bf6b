package org.toguna.cases.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.UncertainDate;

/**
 * Whether those who live there agreed to be listed.
 *
 * @param state a code of the list listing_consent; unknown is not given
 * @param by whoever said so for them, as stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListingConsent", description = "Whether a place agreed to be listed.")
public record Consent(
    @Schema(description = "Code of the list listing_consent", maxLength = 40) String state,
    @Nullable UncertainDate when,
    @Schema(description = "Who said so for them, as stated", maxLength = 300) @Nullable String by) {
  private static final Set<String> FORBIDDING = Set.of("refused", "withdrawn");

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Consent {
    state = state == null ? "" : state;
  }

  boolean forbids() {
    return FORBIDDING.contains(state);
  }

  /** What is wrong with it in itself; the code list knows the states. */
  List<Flaw> flaws(JsonPointer at) {
    var flaws = new Flaws(at);
    flaws.atMost("by", by, 300);
    if (when != null) {
      flaws.addAll(when.flaws(flaws.member("when")));
    }
    return flaws.found();
  }
}
