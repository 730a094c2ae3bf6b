package org.toguna.ingest.suggestions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.ValueState;

/**
 * A record that somebody, or a rule, proposes. The proposal is in the JSON of its target, ready to
 * be posted there by a reviewer who agrees, edited or not. Its citations name their fields as
 * {@code /proposal/since}; in the record that it becomes they are {@code /since}.
 *
 * @param type what is proposed: the kind of the target record
 * @param origin drafted by rules or posted by hand
 * @param reasons why a field was read so, by JSON Pointer into the proposal
 * @param candidates records that a field might mean, where it was left open
 */
@Schema(name = "Suggestion", description = "A record that is proposed from a document.")
public record SuggestedRecord(
    UUID document,
    @Schema(description = "Code of the list suggestion_type", maxLength = 40) String type,
    @Schema(description = "Code of the list suggestion_status", maxLength = 40, readOnly = true)
        String status,
    @Schema(description = "Code of the list suggestion_origin", maxLength = 40, readOnly = true)
        String origin,
    @Schema(maxLength = 100, readOnly = true) @Nullable String rulesVersion,
    @Schema(description = "The record, in the JSON of its kind", implementation = Object.class)
        ObjectNode proposal,
    Map<String, String> reasons,
    Map<String, List<Candidate>> candidates,
    @Schema(readOnly = true) @Nullable Decision decision,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public SuggestedRecord {
    type = type == null ? "" : type;
    status = status == null ? "open" : status;
    origin = origin == null ? "posted" : origin;
    reasons = reasons == null ? Map.of() : Map.copyOf(reasons);
    candidates = candidates == null ? Map.of() : Map.copyOf(candidates);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /**
   * A record that a field might mean.
   *
   * @param reason what speaks against it, where something does
   */
  @Schema(name = "SuggestionCandidate")
  public record Candidate(
      @Schema(maxLength = 80) String id,
      @Schema(maxLength = 200) String name,
      @Schema(maxLength = 40) String level,
      @Schema(description = "What speaks against it", maxLength = 500) @Nullable String reason) {}

  /**
   * What became of it.
   *
   * @param record the record that it became, where it was accepted
   */
  @Schema(name = "SuggestionDecision")
  public record Decision(
      @Schema(maxLength = 200) String by,
      @Schema(maxLength = 40) String at,
      @Schema(description = "Code of the list rejection_reason", maxLength = 40)
          @Nullable String reason,
      @Schema(maxLength = 1000) @Nullable String note,
      @Schema(maxLength = 40) @Nullable String kind,
      @Nullable UUID record) {}

  /** As it came from a client, who has no say in what happens to it. */
  SuggestedRecord posted() {
    return new SuggestedRecord(
        document,
        type,
        "open",
        "posted",
        null,
        proposal,
        reasons,
        candidates,
        null,
        marking,
        states,
        citations,
        readings);
  }

  SuggestedRecord decided(String newStatus, Decision made) {
    return new SuggestedRecord(
        document,
        type,
        newStatus,
        origin,
        rulesVersion,
        proposal,
        reasons,
        candidates,
        made,
        marking,
        states,
        citations,
        readings);
  }
}
