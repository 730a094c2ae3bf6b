package org.toguna.cases.precedents;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What cases are compared by, in the order in which answers tell it. The weights add up to a
 * hundred; why each weighs what it does, {@code docs/precedents.md} says.
 */
enum Feature {
  TYPE(
      10,
      List.of(
          Set.of("abduction_release", "hostage_release", "hostage_exchange"),
          Set.of(
              "local_nonaggression_pact",
              "tension_reduction_pact",
              "coexistence_pact_iterative",
              "commune_pact",
              "multi_village_drive"),
          Set.of("temporary_truce", "local_truce", "temporary_ceasefire"),
          Set.of("humanitarian_access", "market_or_field_access"),
          Set.of("exploratory_talks", "signalled_openness"),
          Set.of("prison_dialogue", "religious_prison_dialogue"))),
  LEVEL(4),
  TRIGGER(12, List.of(Set.of("siege", "blockade"))),
  CAUSE(10),
  BESIEGER(10),
  ASKED_FIRST(8),
  PERMISSION_ORDER(6),
  LEVER(10),
  CHANNEL(2),
  TERMS(10),
  AGREEMENT(
      4,
      List.of(
          Set.of("village_pact", "commune_pact", "multi_village_pact"),
          Set.of("hostage_release", "prisoner_exchange"),
          Set.of("truce", "ceasefire"))),
  OUTCOME(
      6,
      List.of(
          Set.of("siege_lifted", "siege_partly_lifted"),
          Set.of("attacks_ended", "attacks_reduced"),
          Set.of("hostage_freed", "hostage_exchanged"))),
  CRISIS_STATUS(2, List.of(Set.of("lifted", "partly_lifted"))),
  PLACE(4),
  PERIOD(2);

  /** Codes of nothing that is known, or no other can be the same as, or has come to a result. */
  private static final Set<String> NO_VALUE = Set.of("unknown", "unclear", "other", "open");

  private final int weight;
  private final List<Set<String>> relatives;

  Feature(int weight) {
    this(weight, List.of());
  }

  Feature(int weight, List<Set<String>> relatives) {
    this.weight = weight;
    this.relatives = relatives;
  }

  int weight() {
    return weight;
  }

  /** As the code list precedent_feature has it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a code says something that another case could say too. */
  static boolean isValue(String code) {
    return !NO_VALUE.contains(code);
  }

  /** Whether two codes are not the same and yet close, as a siege and a blockade are. */
  boolean areRelatives(String one, String other) {
    return relatives.stream().anyMatch(family -> family.contains(one) && family.contains(other));
  }
}
