package org.toguna.cases.coverage.gaps;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What somebody found who checked a possible gap. */
@Schema(name = "ListGapClosing", description = "What somebody found who checked a possible gap.")
record GapClosing(
    @Schema(enumeration = {"confirmed", "not_a_gap"}) @Nullable String status,
    @Schema(maxLength = 2000) @Nullable String reason) {
  private static final Set<String> CLOSED = Set.of("confirmed", "not_a_gap");

  List<Flaw> flaws() {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        status != null && CLOSED.contains(status),
        "status",
        "unknown-code",
        "A gap is confirmed, or it is not_a_gap.");
    flaws.required("reason", reason, 2000);
    return flaws.found();
  }
}
