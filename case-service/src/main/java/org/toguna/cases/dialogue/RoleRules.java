package org.toguna.cases.dialogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.values.Flaw;

/** What is odd about the roles in a case: kept as stated, and told. */
final class RoleRules {
  private static final Set<String> SIDES =
      Set.of("armed_group", "community", "self_defence", "state");

  private RoleRules() {}

  static List<Flaw> warnings(List<Party> parties) {
    var warnings = new ArrayList<Flaw>();
    Set<UUID> present = new HashSet<>();
    parties.stream()
        .filter(party -> !party.role().equals("excluded"))
        .forEach(
            party -> {
              if (party.actor() != null) {
                present.add(party.actor());
              }
            });
    for (int i = 0; i < parties.size(); i++) {
      Party party = parties.get(i);
      JsonPointer at = JsonPointer.compile("/parties/" + i);
      if (party.role().equals("mediator") && party.side() != null && SIDES.contains(party.side())) {
        warnings.add(
            Flaw.at(
                at,
                "mediator-with-a-side",
                "A mediator is a third party; whoever speaks for their own side is a negotiator."));
      }
      if (party.role().equals("excluded")
          && party.actor() != null
          && present.contains(party.actor())) {
        warnings.add(
            Flaw.at(
                at, "excluded-and-present", "The same actor is named with another role as well."));
      }
    }
    return warnings;
  }
}
