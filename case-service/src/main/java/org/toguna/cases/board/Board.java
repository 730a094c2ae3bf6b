package org.toguna.cases.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.KnownActors;
import org.toguna.cases.crises.StatusHistory;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** Puts crises and the dialogue about them together, each as the reader may see it. */
@ApplicationScoped
class Board {
  private static final int MOST_CASES = 1_000;
  private final RecordReads reads;
  private final RecordJson json;
  private final KnownActors actors;
  private final int staleAfterDays;
  private final Clock clock = Clock.systemUTC();

  Board(
      RecordReads reads,
      RecordJson json,
      KnownActors actors,
      @ConfigProperty(name = "toguna.board.stale-after-days", defaultValue = "30")
          int staleAfterDays) {
    this.reads = reads;
    this.json = json;
    this.actors = actors;
    this.staleAfterDays = staleAfterDays;
  }

  List<BoardEntry> entries(Reader reader, List<Served> crises) {
    Map<UUID, List<ObjectNode>> about = new HashMap<>();
    Set<UUID> ids = new HashSet<>(crises.stream().map(Served::id).toList());
    Set<UUID> talkers = new HashSet<>();
    for (Served served : reads.about(reader, CaseKind.NAME, ids, MOST_CASES)) {
      ObjectNode dialogue = json.parse(served.json());
      dialogue
          .path("crises")
          .forEach(
              id ->
                  about
                      .computeIfAbsent(UUID.fromString(id.asText()), none -> new ArrayList<>())
                      .add(dialogue));
      dialogue.path("parties").forEach(party -> id(party).ifPresent(talkers::add));
    }
    Map<UUID, String> names = actors.names(talkers, reader);
    LocalDate today = LocalDate.now(clock);
    return crises.stream()
        .map(
            served ->
                entry(
                    json.parse(served.json()),
                    about.getOrDefault(served.id(), List.of()),
                    names,
                    today))
        .toList();
  }

  private BoardEntry entry(
      ObjectNode crisis, List<ObjectNode> about, Map<UUID, String> names, LocalDate today) {
    return new BoardEntry(
        UUID.fromString(crisis.get("id").asText()),
        crisis.path("type").asText(),
        crisis.path("status").asText(),
        crisis.path("view").asText(),
        crisis.path("title").textValue(),
        crisis.get("place"),
        crisis.get("since"),
        crisis.get("until"),
        Freshness.of(StatusHistory.lastConfirmed(crisis), today, staleAfterDays),
        crisis.path("citations").size(),
        about.stream().map(dialogue -> dialogue(dialogue, names)).toList());
  }

  private static BoardEntry.Dialogue dialogue(ObjectNode dialogue, Map<UUID, String> names) {
    var parties = new ArrayList<BoardEntry.Talker>();
    for (JsonNode party : dialogue.path("parties")) {
      UUID actor = id(party).orElse(null);
      parties.add(
          new BoardEntry.Talker(actor, name(party, actor, names), party.path("role").textValue()));
    }
    return new BoardEntry.Dialogue(
        UUID.fromString(dialogue.get("id").asText()),
        dialogue.path("type").asText(),
        CaseKind.latestStage(dialogue.path("stages")),
        dialogue.path("view").asText(),
        parties);
  }

  private static @Nullable String name(
      JsonNode party, @Nullable UUID actor, Map<UUID, String> names) {
    String known = actor == null ? null : names.get(actor);
    return known != null ? known : party.path("asStated").textValue();
  }

  private static java.util.Optional<UUID> id(JsonNode party) {
    return java.util.Optional.ofNullable(party.path("actor").textValue()).map(UUID::fromString);
  }
}
