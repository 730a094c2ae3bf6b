package org.toguna.actors.registry;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.UncertainDate;

/** What an actor is in society, from when to when; the role in a case is the case's to say. */
@Schema(description = "What an actor is in society, from when to when.")
public record HeldRole(
    @Schema(description = "Code of the list social_role", maxLength = 40) String role,
    @Schema(description = "The source's own words", maxLength = 300) @Nullable String asStated,
    @Nullable UncertainDate since,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate until) {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public HeldRole {
    role = role == null ? "" : role;
  }

  List<Flaw> flaws(JsonPointer at, CodeLists codes) {
    Flaws flaws = new Flaws(at);
    flaws.addAll(
        codes.check("social_role", role, flaws.member("role").toString()).stream().toList());
    flaws.atMost("asStated", asStated, 300);
    if (since != null) {
      flaws.addAll(since.flaws(flaws.member("since")));
    }
    if (until != null) {
      flaws.addAll(until.flaws(flaws.member("until")));
    }
    return flaws.found();
  }
}
