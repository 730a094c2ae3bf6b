package org.toguna.cases.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorNames;
import org.toguna.cases.actors.Names;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.ValueState;

/** Puts cases and the permissions in them together, each as the reader may see it. */
@Singleton
class PermissionLedger {
  /** A cut would read as unknown: a page of cases brings all permissions in them. */
  private static final int ALL = Integer.MAX_VALUE - 1;

  private final RecordReads reads;
  private final RecordJson json;
  private final ActorNames actors;
  private final Clock clock = Clock.systemUTC();

  PermissionLedger(RecordReads reads, RecordJson json, ActorNames actors) {
    this.reads = reads;
    this.json = json;
    this.actors = actors;
  }

  List<LedgerEntry> entries(Reader reader, List<Served> cases) {
    Map<UUID, List<ObjectNode>> leaves = new HashMap<>();
    var talkers = new HashSet<UUID>();
    for (Served served :
        reads.about(reader, PermissionKind.NAME, cases.stream().map(Served::id).toList(), ALL)) {
      ObjectNode permission = json.parse(served.json());
      leaves
          .computeIfAbsent(
              UUID.fromString(permission.path("case").asText()), none -> new ArrayList<>())
          .add(permission);
      for (String who : List.of("grantor", "grantee")) {
        UUID actor = actor(permission.path(who));
        if (actor != null) {
          talkers.add(actor);
        }
      }
    }
    Names names = actors.of(talkers, reader);
    LocalDate today = LocalDate.now(clock);
    return cases.stream()
        .map(one -> entry(json.parse(one.json()), leaves.get(one.id()), names, today))
        .toList();
  }

  private static LedgerEntry entry(
      ObjectNode dialogue, @Nullable List<ObjectNode> leaves, Names names, LocalDate today) {
    return new LedgerEntry(
        UUID.fromString(dialogue.path("id").asText()),
        dialogue.path("type").asText(),
        dialogue.path("title").textValue(),
        dialogue.get("place"),
        leaves == null
            ? null
            : leaves.stream()
                // Who was asked first, as far as the dates say it.
                .sorted(Comparator.comparing(PermissionLedger::asked))
                .map(leave -> leave(leave, names, today))
                .toList(),
        leaves == null ? Map.of("/permissions", ValueState.unknown) : Map.of());
  }

  private static String asked(JsonNode leave) {
    return leave
        .path("asked")
        .path("from")
        .asText(leave.path("answered").path("from").asText("9999"));
  }

  private static LedgerEntry.Leave leave(ObjectNode leave, Names names, LocalDate today) {
    JsonNode end = leave.path("until").path("to");
    return new LedgerEntry.Leave(
        UUID.fromString(leave.path("id").asText()),
        leave.path("status").asText(),
        somebody(leave.path("grantor"), names),
        somebody(leave.path("grantee"), names),
        leave.path("scope").textValue(),
        leave.path("order").textValue(),
        leave.get("asked"),
        leave.get("answered"),
        leave.get("until"),
        end.isTextual() ? LocalDate.parse(end.asText()).isBefore(today) : null,
        leave.path("citations").isArray() ? leave.path("citations").size() : null,
        leave.path("view").asText());
  }

  private static LedgerEntry.@Nullable Somebody somebody(JsonNode who, Names names) {
    UUID actor = actor(who);
    return who.isObject()
        ? new LedgerEntry.Somebody(
            actor, names.of(actor), names.state(actor), who.path("asStated").textValue())
        : null;
  }

  private static @Nullable UUID actor(JsonNode who) {
    return who.path("actor").isTextual() ? UUID.fromString(who.path("actor").asText()) : null;
  }
}
