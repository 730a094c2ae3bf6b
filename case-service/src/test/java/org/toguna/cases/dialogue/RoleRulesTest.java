package org.toguna.cases.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.toguna.kit.values.Flaw;

class RoleRulesTest {
  private static final UUID SOMEBODY = UUID.randomUUID();

  @Test
  void aMediatorIsAThirdParty() {
    assertThat(RoleRules.warnings(List.of(party("mediator", "mediator")))).isEmpty();
    assertThat(RoleRules.warnings(List.of(party("negotiator", "community")))).isEmpty();
    assertThat(RoleRules.warnings(List.of(party("mediator", "armed_group"))))
        .extracting(Flaw::code)
        .containsExactly("mediator-with-a-side");
  }

  @Test
  void whoIsExcludedIsNotPresentAsWell() {
    assertThat(RoleRules.warnings(List.of(party("excluded", null)))).isEmpty();
    assertThat(RoleRules.warnings(List.of(party("excluded", null), party("party", null))))
        .extracting(Flaw::pointer, Flaw::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/parties/0", "excluded-and-present"));
  }

  @Test
  void twoRolesInOneCaseAreNothingOdd() {
    assertThat(RoleRules.warnings(List.of(party("initiator", null), party("negotiator", null))))
        .isEmpty();
  }

  private static Party party(String role, @org.jspecify.annotations.Nullable String side) {
    return new Party(SOMEBODY, null, role, side, null);
  }
}
