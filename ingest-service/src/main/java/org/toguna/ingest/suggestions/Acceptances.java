package org.toguna.ingest.suggestions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.siblings.SiblingNews;
import org.toguna.kit.siblings.SiblingRecord;

/** Hears from records which suggestion they came from, and marks it accepted; twice is once. */
@ApplicationScoped
class Acceptances implements SiblingNews {
  private final RecordReads reads;
  private final RecordDesk desk;
  private final RecordJson json;
  private final SuggestionKind kind;
  private final ObjectMapper mapper;
  private final Clock clock = Clock.systemUTC();

  Acceptances(
      RecordReads reads,
      RecordDesk desk,
      RecordJson json,
      SuggestionKind kind,
      ObjectMapper mapper) {
    this.reads = reads;
    this.desk = desk;
    this.json = json;
    this.kind = kind;
    this.mapper = mapper;
  }

  @Override
  public boolean wants(String topic) {
    return topic.startsWith("cases.") || topic.equals("actors.actor");
  }

  @Override
  public void heard(SiblingRecord news) {
    JsonNode suggestion = news.full() == null ? null : news.full().get("suggestion");
    if (suggestion == null || !suggestion.isTextual()) {
      return;
    }
    UUID id = UUID.fromString(suggestion.asText());
    Reader owner = owner(news);
    // Another organisation's suggestion is none of theirs, whatever they named.
    reads
        .one(owner, SuggestionKind.NAME, id)
        .filter(this::open)
        .ifPresent(served -> accept(id, news, owner));
  }

  private boolean open(Served served) {
    return json.parse(served.json()).path("status").asText().equals("open");
  }

  private void accept(UUID id, SiblingRecord news, Reader owner) {
    var decision =
        new SuggestedRecord.Decision(
            owner.person(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            null,
            null,
            news.topic().substring(news.topic().indexOf('.') + 1),
            UUID.fromString(news.id()));
    desk.revise(
        kind,
        id,
        "*",
        now -> {
          ObjectNode next = now.deepCopy();
          next.put("status", "accepted");
          next.set("decision", mapper.valueToTree(decision));
          return next;
        },
        null,
        owner);
  }

  /** Acts for those who get the record in full: a named person where only persons do. */
  private static Reader owner(SiblingRecord news) {
    String person =
        news.audience().full().stream()
            .filter(principal -> principal.startsWith("person:" + news.owner() + "/"))
            .map(principal -> principal.substring("person:".length()))
            .findFirst()
            .orElse(news.owner() + "/registry");
    return new Reader(news.owner(), person, Set.of(Role.REVIEWER), Tlp.RED);
  }
}
