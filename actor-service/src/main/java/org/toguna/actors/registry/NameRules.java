package org.toguna.actors.registry;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/**
 * What the names of one actor must obey together. Nothing here looks at other actors: two may be
 * called the same, and nobody learns from a refusal that another one is.
 */
final class NameRules {
  private static final JsonPointer ROOT = JsonPointer.empty();

  private NameRules() {}

  static List<Flaw> flaws(Actor actor, CodeLists codes) {
    Flaws flaws = new Flaws(ROOT);
    flaws.unless(
        actor.names().size() <= Actor.MOST_NAMES,
        "names",
        "too-many",
        "At most %d names.".formatted(Actor.MOST_NAMES));
    Set<String> mainNames = new HashSet<>();
    for (int i = 0; i < actor.names().size(); i++) {
      Name name = actor.names().get(i);
      JsonPointer at = flaws.member("names").appendIndex(i);
      flaws.addAll(name.flaws(at, codes));
      flaws.addAll(placed(actor, name, at, mainNames));
    }
    boolean named =
        actor.names().stream()
            .anyMatch(name -> actor.placeholder() != null || !name.is(Name.DESCRIPTION));
    flaws.unless(
        named,
        "names",
        "required",
        "Give at least one name. Somebody whom the source does not name is a placeholder: say"
            + " \"placeholder\": \"unnamed\" and keep the source's words as a name of type"
            + " description.");
    flaws.unless(
        !actor.isPseudonymous() || actor.names().stream().anyMatch(name -> name.is(Name.PSEUDONYM)),
        "pseudonym",
        "no-pseudonym",
        "None of the names is of type pseudonym.");
    flaws.unless(
        !Boolean.FALSE.equals(actor.pseudonym())
            || actor.names().stream().noneMatch(name -> name.is(Name.PSEUDONYM)),
        "pseudonym",
        "pseudonym-among-names",
        "One of the names is of type pseudonym, so the record is one that protects.");
    return flaws.found();
  }

  /** What is wrong with a name because of what else the actor is or is called. */
  private static List<Flaw> placed(Actor actor, Name name, JsonPointer at, Set<String> mainNames) {
    Flaws flaws = new Flaws(at);
    flaws.unless(
        !name.is(Name.MAIN) || mainNames.add(Objects.requireNonNullElse(name.language(), "und")),
        "type",
        "two-main-names",
        "In each language only one name can be the main one; make the other an alias or a"
            + " spelling.");
    flaws.unless(
        actor.placeholder() == null || name.is(Name.DESCRIPTION),
        "type",
        "named-placeholder",
        "A placeholder has no name, only descriptions. Leave the placeholder out if the source"
            + " names them.");
    flaws.unless(
        !actor.isPseudonymous() || !(name.is(Name.MAIN) || name.is(Name.FORMER)),
        "type",
        "name-beside-pseudonym",
        "Beside a pseudonym no other identity is kept; that belongs into the identity vault.");
    return flaws.found();
  }
}
