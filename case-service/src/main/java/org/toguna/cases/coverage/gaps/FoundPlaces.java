package org.toguna.cases.coverage.gaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.PlaceReference;

/**
 * Settles possible gaps that could not be checked, once somebody has said where it was: the place
 * is then judged for itself, and no hypothesis stays behind about words that stand no more.
 */
@ApplicationScoped
class FoundPlaces {
  private final ListGapKind kind;
  private final RecordReads reads;
  private final RecordDesk desk;
  private final RecordJson json;
  private final Clock clock = Clock.systemUTC();

  FoundPlaces(ListGapKind kind, RecordReads reads, RecordDesk desk, RecordJson json) {
    this.kind = kind;
    this.reads = reads;
    this.desk = desk;
    this.json = json;
  }

  void settle(WatchedLists.OpenGap open, Reader eyes) {
    Optional<Served> gap = reads.one(eyes, ListGapKind.NAME, open.gap());
    Optional<Served> happened = reads.one(eyes, open.kind(), open.incident());
    if (gap.isEmpty() || happened.isEmpty()) {
      return;
    }
    ObjectNode hypothesis = json.parse(gap.get().json());
    boolean uncheckable =
        hypothesis.path("ground").asText().equals(ListGap.UNCHECKABLE)
            && hypothesis.path("status").asText().equals(ListGap.TO_CHECK);
    if (uncheckable && !stands(hypothesis, Happening.of(json.parse(happened.get().json()), json))) {
      settle(gap.get(), eyes);
    }
  }

  private boolean stands(ObjectNode hypothesis, Happening happening) {
    PlaceReference told = Happening.read(hypothesis.path("place"), json, PlaceReference.class);
    return happening.unplaced().stream()
        .anyMatch(place -> Unplaced.key(place).equals(Unplaced.key(told)));
  }

  private void settle(Served gap, Reader eyes) {
    try {
      desk.revise(kind, gap.id(), gap.etag(), now -> placed(now, eyes), null, eyes);
    } catch (Refusal refusal) {
      if (refusal.type() != ProblemType.STALE_VERSION) {
        throw refusal; // else somebody has just judged it
      }
    }
  }

  private JsonNode placed(JsonNode now, Reader eyes) {
    ObjectNode next = now.deepCopy();
    return next.put("status", ListGap.PLACED)
        .put("reason", "Its place is told in other words now, or was found in the gazetteer.")
        .put("closedBy", eyes.person())
        .put("closedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
