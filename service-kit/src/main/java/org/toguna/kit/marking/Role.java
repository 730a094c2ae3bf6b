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

/** What a person may do at all; what they may see is for {@link Audience} to say. */
@Schema(
    description = "What a person may do.",
    enumeration = {"reader", "contributor", "reviewer", "protection-officer", "administrator"})
public enum Role {
  READER,
  CONTRIBUTOR,
  REVIEWER,
  PROTECTION_OFFICER,
  ADMINISTRATOR;

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

  // Whoever erases or administers must not, by that alone, record facts.
  private Set<Role> andImplied() {
    return switch (this) {
      case READER -> EnumSet.of(READER);
      case CONTRIBUTOR -> EnumSet.of(READER, CONTRIBUTOR);
      case REVIEWER -> EnumSet.of(READER, CONTRIBUTOR, REVIEWER);
      case PROTECTION_OFFICER -> EnumSet.of(READER, PROTECTION_OFFICER);
      case ADMINISTRATOR -> EnumSet.of(READER, ADMINISTRATOR);
    };
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
