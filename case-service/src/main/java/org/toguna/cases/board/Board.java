package org.toguna.cases.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorNames;
import org.toguna.cases.actors.Names;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.cases.crises.StatusHistory;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;

/** Puts crises and the dialogue about them together, each as the reader may see it. */
@ApplicationScoped
class Board {
  private static final int MOST_AT_ONCE = 1_000;

  /** Of one crisis; whether there are more is said. */
  private static final int MOST_CASES = 200;

  private final RecordReads reads;
  private final RecordJson json;
  private final ActorNames actors;
  private final CrisisKind crises;
  private final CaseKind cases;
  private final int staleAfterDays;
  private final Clock clock = Clock.systemUTC();

  Board(
      RecordReads reads,
      RecordJson json,
      ActorNames actors,
      CrisisKind crises,
      CaseKind cases,
      @ConfigProperty(name = "toguna.board.stale-after-days", defaultValue = "30")
          int staleAfterDays) {
    this.reads = reads;
    this.json = json;
    this.actors = actors;
    this.crises = crises;
    this.cases = cases;
    this.staleAfterDays = staleAfterDays;
  }

  List<BoardEntry> entries(Reader reader, List<Served> page) {
    Map<UUID, List<ObjectNode>> about = new HashMap<>();
    Set<UUID> ids = new HashSet<>(page.stream().map(Served::id).toList());
    Set<UUID> talkers = new HashSet<>();
    for (Served served : cases(reader, ids)) {
      ObjectNode dialogue = cases.reckoned(json.parse(served.json()));
      dialogue
          .path("crises")
          .forEach(
              id ->
                  about
                      .computeIfAbsent(UUID.fromString(id.asText()), none -> new ArrayList<>())
                      .add(dialogue));
      dialogue.path("parties").forEach(party -> id(party).ifPresent(talkers::add));
    }
    Names names = actors.of(talkers, reader);
    LocalDate today = LocalDate.now(clock);
    return page.stream()
        .map(
            served ->
                entry(
                    json.parse(served.json()),
                    about.getOrDefault(served.id(), List.of()),
                    names,
                    today))
        .toList();
  }

  /** All at once, or, where that would be cut, as many of each crisis as one entry tells. */
  private List<Served> cases(Reader reader, Set<UUID> crises) {
    List<Served> together = reads.about(reader, CaseKind.NAME, crises, MOST_AT_ONCE + 1);
    if (together.size() <= MOST_AT_ONCE) {
      return together;
    }
    Map<UUID, Served> distinct = new LinkedHashMap<>();
    for (UUID crisis : crises) {
      reads
          .about(reader, CaseKind.NAME, List.of(crisis), MOST_CASES + 1)
          .forEach(one -> distinct.put(one.id(), one));
    }
    return List.copyOf(distinct.values());
  }

  private BoardEntry entry(
      ObjectNode crisis, List<ObjectNode> about, Names names, LocalDate today) {
    return new BoardEntry(
        UUID.fromString(crisis.get("id").asText()),
        crisis.path("type").asText(),
        crisis.path("status").asText(),
        crisis.path("view").asText(),
        crisis.path("title").textValue(),
        crisis.get("place"),
        crisis.get("since"),
        crisis.get("until"),
        crises.oddDays(crisis).stream().map(Flaw::pointer).toList(),
        Freshness.of(StatusHistory.lastConfirmed(crises.reckoned(crisis)), today, staleAfterDays),
        crisis.path("citations").size(),
        about.stream().limit(MOST_CASES).map(dialogue -> dialogue(dialogue, names)).toList(),
        about.size() > MOST_CASES);
  }

  private static BoardEntry.Dialogue dialogue(ObjectNode dialogue, Names names) {
    var parties = new ArrayList<BoardEntry.Talker>();
    for (JsonNode party : dialogue.path("parties")) {
      UUID actor = id(party).orElse(null);
      parties.add(
          new BoardEntry.Talker(
              actor,
              name(party, actor, names),
              names.state(actor),
              party.path("role").textValue()));
    }
    return new BoardEntry.Dialogue(
        UUID.fromString(dialogue.get("id").asText()),
        dialogue.path("type").asText(),
        CaseKind.latestStage(dialogue.path("stages")),
        dialogue.path("view").asText(),
        parties);
  }

  private static @Nullable String name(JsonNode party, @Nullable UUID actor, Names names) {
    String known = names.of(actor);
    return known != null ? known : party.path("asStated").textValue();
  }

  private static java.util.Optional<UUID> id(JsonNode party) {
    return java.util.Optional.ofNullable(party.path("actor").textValue()).map(UUID::fromString);
  }
}
