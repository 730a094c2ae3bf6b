package org.toguna.cases.incidents;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * A dated event: violence or another act that ACLED and UCDP have codes for. It stays what its
 * sources say; what contradicts itself is kept among the readings and flags it.
 *
 * @param status code of the list incident_status, filled in from the flags
 * @param flags codes of the list incident_flag, filled in from sources and readings
 * @param datePrecision how closely the source dates it; where left out, the bounds say it
 * @param sourceCount how many reports a provider counted, whether or not it lists them
 */
@Schema(description = "A dated event, with the codes that ACLED and UCDP know.")
public record Incident(
    @Schema(description = "Code of the list incident_type", maxLength = 40) String type,
    @Schema(description = "Code of the list incident_status; filled in", maxLength = 40)
        @Nullable String status,
    @Schema(description = "Codes of the list incident_flag; filled in", maxItems = 20)
        List<String> flags,
    @Schema(maxLength = 200) @Nullable String title,
    @Nullable PlaceReference place,
    @Nullable Position position,
    @Nullable UncertainDate when,
    @Schema(description = "Code of the list date_precision", maxLength = 40)
        @Nullable String datePrecision,
    @Schema(maxItems = 50) List<Participant> participants,
    @Nullable Deaths deaths,
    @Schema(description = "Code of the list event_clarity", maxLength = 40)
        @Nullable String clarity,
    @Schema(maxItems = 100) List<SourceReport> sources,
    @Schema(description = "How many reports a provider counted", minimum = "0", maximum = "100000")
        @Nullable Integer sourceCount,
    @Schema(maxItems = 20) List<ExternalId> externalIds,
    @Schema(maxLength = 20000) @Nullable String narrative,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Incident {
    type = type == null ? "" : type;
    flags = flags == null ? List.of() : List.copyOf(flags);
    participants = participants == null ? List.of() : List.copyOf(participants);
    sources = sources == null ? List.of() : List.copyOf(sources);
    externalIds = externalIds == null ? List.of() : List.copyOf(externalIds);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /** The same with its place as the gazetteer has it, and its flags as sources and readings say. */
  Incident completed(@Nullable PlaceReference found, List<String> raised) {
    return new Incident(
        type,
        raised.isEmpty() ? "as_reported" : "flagged",
        raised,
        title,
        found,
        position,
        when,
        datePrecision,
        participants,
        deaths,
        clarity,
        sources,
        sourceCount,
        externalIds,
        narrative,
        suggestion,
        marking,
        states,
        citations,
        readings);
  }

  /** Its id with a provider, if it has one. */
  java.util.Optional<ExternalId> of(String provider) {
    return externalIds.stream().filter(id -> id.provider().equals(provider)).findFirst();
  }
}
