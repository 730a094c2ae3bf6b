package org.toguna.actors.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * Somebody who takes part: a person under the name the registry may use, a group, a body. There is
 * no field for a person's ethnicity, and there must never be one.
 *
 * @param placeholder unnamed if a source means somebody in particular without a name
 * @param pseudonym true if the names protect a person; nothing here leads to another identity
 * @param suggestion the draft that was accepted; it can be accepted once
 */
@Schema(description = "Somebody who takes part: a person, a group or a body.")
public record Actor(
    @Schema(description = "Code of the list actor_type", maxLength = 40) String type,
    @Schema(
            description = "Code of the list placeholder; absent for whoever has a name",
            maxLength = 40)
        @Nullable String placeholder,
    @Schema(description = "The names protect a person") @Nullable Boolean pseudonym,
    @Schema(maxItems = Actor.MOST_NAMES) List<Name> names,
    @Schema(maxItems = Actor.MOST_ROLES) List<HeldRole> roles,
    @Nullable PlaceReference place,
    @Schema(maxLength = Actor.LONGEST_DESCRIPTION) @Nullable String description,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  static final int MOST_NAMES = 100;
  static final int MOST_ROLES = 50;
  static final int LONGEST_DESCRIPTION = 5000;

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Actor {
    type = type == null ? "" : type;
    names = names == null ? List.of() : List.copyOf(names);
    roles = roles == null ? List.of() : List.copyOf(roles);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  boolean isPseudonymous() {
    return Boolean.TRUE.equals(pseudonym);
  }

  /** A name chosen to protect makes the whole record one that protects. */
  Actor withPseudonymSaid() {
    Optional<Name> protecting = names.stream().filter(name -> name.is(Name.PSEUDONYM)).findAny();
    return protecting.isEmpty() || pseudonym != null
        ? this
        : new Actor(
            type,
            placeholder,
            true,
            names,
            roles,
            place,
            description,
            suggestion,
            marking,
            states,
            citations,
            readings);
  }
}
