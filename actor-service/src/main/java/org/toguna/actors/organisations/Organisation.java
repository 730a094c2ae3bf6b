package org.toguna.actors.organisations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * An organisation that takes part in the registry, under the short name that tokens carry.
 *
 * @param since when its status became what it is
 * @param reason why; told to those who decide
 */
@Schema(description = "An organisation that takes part in the registry.")
record Organisation(
    @Schema(description = "As tokens carry it", maxLength = 63) String shortName,
    @Schema(description = "Code of the list organisation_kind", maxLength = 40) String type,
    @Nullable Title name,
    @Schema(description = "Code of the list organisation_status", maxLength = 40) String status,
    @Nullable Instant since,
    @Schema(maxLength = 1000) @Nullable String reason,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {
  static final String ACTIVE = "active";
  static final String SUSPENDED = "suspended";
  static final String CLOSED = "closed";

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  Organisation {
    shortName = shortName == null ? "" : shortName;
    type = type == null ? "" : type;
    status = status == null ? ACTIVE : status;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /** Known to everybody who is signed in: whom a record can be shared with is no secret. */
  static Organisation registered(RegisterOrganisation command, String by, Instant now) {
    return new Organisation(
        command.shortName(),
        command.type(),
        command.name(),
        ACTIVE,
        now,
        null,
        Marking.of(Tlp.GREEN, by),
        Map.of(),
        List.of(),
        List.of());
  }
}
