package org.toguna.cases.incidents;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What a provider of data calls something, in which edition of theirs. */
@Schema(description = "What a provider calls it, in which edition.")
public record ExternalId(
    @Schema(description = "Whose id it is", examples = "ucdp-ged", maxLength = 40) String provider,
    @Schema(maxLength = 80) String id,
    @Schema(description = "Edition of the provider's data", examples = "24.1", maxLength = 40)
        @Nullable String edition,
    @Schema(description = "The provider's own words for it", maxLength = 300)
        @Nullable String asStated) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public ExternalId {
    provider = provider == null ? "" : provider;
    id = id == null ? "" : id;
  }

  List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        provider.matches("[a-z0-9][a-z0-9-]{0,39}"),
        "provider",
        "not-a-provider",
        "Name the provider in lower case, such as ucdp-ged or acled.");
    flaws.required("id", id, 80);
    flaws.atMost("edition", edition, 40);
    flaws.atMost("asStated", asStated, 300);
    return flaws.found();
  }
}
