package org.toguna.kit.marking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person may do at all; what they may see is for {@link Audience} to say. */
@Schema(
    description = "What a person may do.",
    enumeration = {
      "reader",
      "contributor",
      "reviewer",
      "protection-officer",
      "administrator",
      "operator"
    })
public enum Role {
  READER,
  CONTRIBUTOR,
  REVIEWER,
  PROTECTION_OFFICER,
  ADMINISTRATOR,
  OPERATOR;

  /** The organisation of those who run the registry. It records nothing, and is no partner. */
  public static final String OPERATORS = "operator";

  private static final Set<Role> OF_OPERATORS = EnumSet.of(READER, OPERATOR);

  /** The role of that name in a token; tokens may carry groups that mean nothing here. */
  public static Optional<Role> named(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  @JsonCreator
  static Role of(String label) {
    return named(label)
        .orElseThrow(() -> new IllegalArgumentException("No role '%s'.".formatted(label)));
  }

  /** The roles given and all they imply. */
  public static Set<Role> withImplied(Collection<Role> given) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    given.forEach(role -> all.addAll(role.andImplied()));
    return all;
  }

  /**
   * What roles come to in an organisation: nobody operates the registry for a partner, and whoever
   * operates it does nothing else in it.
   */
  public static Set<Role> heldIn(@Nullable String organisation, Collection<Role> given) {
    boolean operators = OPERATORS.equals(organisation);
    return withImplied(
        given.stream()
            .filter(role -> operators ? OF_OPERATORS.contains(role) : role != OPERATOR)
            .toList());
  }

  // Whoever erases or administers must not, by that alone, record facts.
  private Set<Role> andImplied() {
    return switch (this) {
      case READER -> EnumSet.of(READER);
      case CONTRIBUTOR -> EnumSet.of(READER, CONTRIBUTOR);
      case REVIEWER -> EnumSet.of(READER, CONTRIBUTOR, REVIEWER);
      case PROTECTION_OFFICER -> EnumSet.of(READER, PROTECTION_OFFICER);
      case ADMINISTRATOR -> EnumSet.of(READER, ADMINISTRATOR);
      case OPERATOR -> EnumSet.of(READER, OPERATOR);
    };
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
