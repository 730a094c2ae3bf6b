package org.toguna.cases.actors;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** Somebody a source speaks of: an actor of the registry, or only the source's words for them. */
@Schema(description = "Somebody a source speaks of; by id where the registry knows them.")
public record ActorReference(
    @Nullable UUID actor,
    @Schema(description = "The source's own words", maxLength = 300) @Nullable String asStated,
    @Schema(
            description = "Code of the list case_role, where the kind of record has roles",
            maxLength = 40)
        @Nullable String role) {

  List<Flaw> flaws(JsonPointer at) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        actor != null || (asStated != null && !asStated.isBlank()),
        "actor",
        "required",
        "Name somebody by the id of an actor, or in the source's words.");
    flaws.atMost("asStated", asStated, 300);
    return flaws.found();
  }
}
