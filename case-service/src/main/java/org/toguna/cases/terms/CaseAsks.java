package org.toguna.cases.terms;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What each side of a case asked for: terms, something untold, nothing, or nobody says. */
@Schema(description = "What each side of a case asked for, as far as you may see it.")
record CaseAsks(
    @Schema(name = "case") @JsonProperty("case") UUID dialogue,
    @Schema(maxItems = 20) List<Side> sides,
    @Schema(description = "Whether there is more than was looked at: list terms and asks by about")
        boolean more) {

  /** Terms, and asks, that one answer is made of. */
  static final int MOST = 1_000;

  /** Sides that are asked about even if nobody speaks of them: unknown is said, not left out. */
  private static final List<String> SIDES =
      List.of("armed_group", "community", "self_defence", "state", "mediator");

  /**
   * One side.
   *
   * @param disputed whether it is also stated that this side asked for nothing
   */
  @Schema(name = "AskOfSide")
  record Side(
      @Schema(description = "Code of the list side", maxLength = 40) String side,
      @Schema(
              description = "Code of the list value_state",
              enumeration = {"value", "some", "none", "unknown"})
          String state,
      @Schema(description = "The terms asked for", maxItems = 2000) List<UUID> terms,
      @Schema(description = "The records that say so", maxItems = 1000) List<UUID> statements,
      @Schema(description = "Whether other evidence says that it asked for nothing")
          boolean disputed) {

    static Side of(String side, List<ObjectNode> terms, List<ObjectNode> asks) {
      List<ObjectNode> own =
          asks.stream().filter(ask -> ask.path("side").asText().equals(side)).toList();
      Set<UUID> asked = new java.util.LinkedHashSet<>();
      terms.stream()
          .filter(term -> AskedTerms.isAskedBy(term, side))
          .forEach(term -> asked.add(id(term.path("id"))));
      own.forEach(ask -> ask.path("asks").forEach(term -> asked.add(id(term))));
      boolean nothing = says(own, "none");
      String state =
          !asked.isEmpty() ? "value" : says(own, "some") ? "some" : nothing ? "none" : "unknown";
      return new Side(
          side,
          state,
          List.copyOf(asked),
          own.stream().map(ask -> id(ask.path("id"))).toList(),
          nothing && !state.equals("none"));
    }

    private static boolean says(List<ObjectNode> asks, String state) {
      return asks.stream()
          .anyMatch(ask -> ask.path("states").path(Ask.ASKS).asText().equals(state));
    }

    private static UUID id(JsonNode id) {
      return UUID.fromString(id.asText());
    }
  }

  static CaseAsks of(UUID dialogue, List<ObjectNode> terms, List<ObjectNode> asks) {
    List<ObjectNode> told = terms.stream().limit(MOST).toList();
    List<ObjectNode> said = asks.stream().limit(MOST).toList();
    return new CaseAsks(
        dialogue,
        SIDES.stream().map(side -> Side.of(side, told, said)).toList(),
        terms.size() > MOST || asks.size() > MOST);
  }
}
