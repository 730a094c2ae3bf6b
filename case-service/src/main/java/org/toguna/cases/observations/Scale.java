package org.toguna.cases.observations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/** The two scales, each with the nature of terms that it fits. */
enum Scale {
  COMPLIANCE("compliance", "commitment"),
  ENFORCEMENT("enforcement", "rule");

  /** The member of an observation that holds the level. */
  final String member;

  /** Code of the list term_nature. */
  final String nature;

  Scale(String member, String nature) {
    this.member = member;
    this.nature = nature;
  }

  /** The scale of terms of that nature; empty where a reader is not told the nature. */
  static Optional<Scale> of(JsonNode term) {
    return Arrays.stream(values())
        .filter(scale -> scale.nature.equals(term.path("nature").asText()))
        .findFirst();
  }

  Scale other() {
    return this == COMPLIANCE ? ENFORCEMENT : COMPLIANCE;
  }
}
