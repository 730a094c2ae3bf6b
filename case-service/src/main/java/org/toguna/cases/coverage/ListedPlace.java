package org.toguna.cases.coverage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * One line of a coverage list.
 *
 * @param name as written in the list, whatever the gazetteer calls the place
 * @param place its id or P-code, where somebody knows which place is meant
 * @param unnamed the list leaves it unnamed on purpose ("a hamlet of the chief's family")
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One line of a coverage list.")
public record ListedPlace(
    @Schema(description = "As written in the list", maxLength = ListedPlace.LONGEST_NAME)
        @Nullable String name,
    @Schema(description = "Id or P-code in the gazetteer", maxLength = 80) @Nullable String place,
    @Schema(description = "Left unnamed on purpose") @Nullable Boolean unnamed,
    @Nullable Consent consent,
    @Schema(maxLength = 1000) @Nullable String note) {

  public static final int LONGEST_NAME = 200;

  ListedPlace placedAt(String id) {
    return new ListedPlace(name, id, unnamed, consent, note);
  }

  /** The name without what surrounds it; empty where the place is not named. */
  public String written() {
    return name == null ? "" : name.strip();
  }

  /** Whether those who live there do not want to be listed, or no longer. */
  @JsonIgnore
  public boolean isRefused() {
    return consent != null && consent.forbids();
  }

  @JsonIgnore
  public boolean isUnnamed() {
    return Boolean.TRUE.equals(unnamed);
  }

  List<Flaw> flaws(JsonPointer at) {
    var flaws = new Flaws(at);
    flaws.unless(
        isUnnamed() || !written().isEmpty(),
        "name",
        "required",
        "Write the name as it stands in the list, or say that it is left unnamed on purpose.");
    flaws.atMost("name", name, LONGEST_NAME);
    flaws.unless(
        written().chars().noneMatch(Character::isISOControl),
        "name",
        "control-character",
        "A name is one line of text.");
    flaws.atMost("note", note, 1000);
    if (consent != null) {
      flaws.addAll(consent.flaws(flaws.member("consent")));
    }
    return flaws.found();
  }
}
