package org.toguna.cases.coverage.copies;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What the second person says of a copy. */
@Schema(name = "ListCopyDecision", description = "What the second person says of a copy.")
record CopyDecision(
    @Schema(enumeration = {"approved", "refused"}) @Nullable String status,
    @Schema(maxLength = 1000) @Nullable String reason) {
  private static final Set<String> DECIDED = Set.of(ListCopy.APPROVED, ListCopy.REFUSED);

  List<Flaw> flaws() {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        status != null && DECIDED.contains(status),
        "status",
        "unknown-code",
        "A copy is approved or refused.");
    flaws.atMost("reason", reason, 1000);
    return flaws.found();
  }
}
