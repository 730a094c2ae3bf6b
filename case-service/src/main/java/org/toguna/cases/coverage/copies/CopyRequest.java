package org.toguna.cases.coverage.copies;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** Asks for a copy of a list: who is to get it, and what for. */
@Schema(name = "ListCopyRequest", description = "Who is to get the copy, and what for.")
record CopyRequest(
    @Schema(maxLength = 300) @Nullable String recipient,
    @Schema(maxLength = 1000) @Nullable String purpose) {

  List<Flaw> flaws() {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.required("recipient", recipient, 300);
    flaws.required("purpose", purpose, 1000);
    return flaws.found();
  }
}
