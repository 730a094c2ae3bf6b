package org.toguna.cases.precedents;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.precedents.PrecedentList.Precedent;
import org.toguna.kit.audit.AuditTrail;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.PlaceReference;

/** Finds the cases nearest to one, from nothing but what their reader may see. */
@ApplicationScoped
class Precedents {
  /** Whatever is left out would be taken for not known: a case is read with all its parts. */
  private static final int ALL = Integer.MAX_VALUE - 1;

  private static final int FINEST = 4;

  private final RecordReads reads;
  private final RecordKinds kinds;
  private final RecordJson json;
  private final FeatureRows rows;
  private final Inspections inspections;
  private final AuditTrail audit;

  Precedents(
      RecordReads reads,
      RecordKinds kinds,
      RecordJson json,
      FeatureRows rows,
      Inspections inspections,
      AuditTrail audit) {
    this.reads = reads;
    this.kinds = kinds;
    this.json = json;
    this.rows = rows;
    this.inspections = inspections;
    this.audit = audit;
  }

  /** Precedents of a case that is recorded, which is none of its own. */
  PrecedentList of(Reader reader, UUID dialogue, int limit) {
    Served served = reads.one(reader, CaseKind.NAME, dialogue).orElseThrow(Refusal::notFound);
    Situation asked = recorded(reader, served);
    if (asked.tellsNothing()) {
      throw nothing(
          "As you see this case, it tells nothing that cases are compared by. Record its type, its"
              + " crises, permissions, contacts or terms, or describe the situation with POST"
              + " /cases/v1/precedents.");
    }
    return nearest(reader, asked, dialogue, limit);
  }

  /** Precedents of a situation that is described. */
  PrecedentList of(Reader reader, DescribedSituation described, int limit) {
    List<Flaw> flaws = described.inspected(inspections.ofRequest(reader)).found();
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
    var place = described.place();
    Situation asked =
        described.situation(place == null ? null : where(inspections.found(place.reference())));
    if (asked.tellsNothing()) {
      throw nothing(
          "Nothing here can be compared. Give a type, triggers, causes, levers, terms or any other"
              + " member of the request; unknown and other are compared with nothing, and neither"
              + " is a country.");
    }
    return nearest(reader, asked, null, limit);
  }

  private PrecedentList nearest(Reader reader, Situation asked, @Nullable UUID itself, int limit) {
    var nearest = new Nearest(limit);
    rows.each(
        reader,
        gathered -> {
          if (!gathered.dialogue().equals(itself)) {
            Situation other = gathered.situation();
            nearest.take(
                new Nearest.One(
                    gathered.dialogue(), other, Comparison.of(asked, other), gathered.noted()));
          }
        });
    return shown(reader, asked, nearest.all());
  }

  private PrecedentList shown(Reader reader, Situation asked, List<Nearest.One> found) {
    Map<UUID, Served> cases = reads.all(reader, found.stream().map(Nearest.One::dialogue).toList());
    // A case that its reader lost sight of since is not shown, and leaves no gap.
    List<Nearest.One> still =
        found.stream().filter(one -> cases.containsKey(one.dialogue())).toList();
    Set<UUID> noted = new HashSet<>();
    still.forEach(one -> noted.addAll(one.noted()));
    if (!noted.isEmpty()) {
      audit.note(reader, "compared", "records", noted);
    }
    List<Precedent> items = new ArrayList<>();
    for (Nearest.One one : still) {
      Served served = cases.get(one.dialogue());
      if (served != null) {
        items.add(Explanation.of(asked, one, json.parse(served.json())));
      }
    }
    return new PrecedentList(items);
  }

  /** What the reader's own views of it and of what is recorded in it tell. */
  private Situation recorded(Reader reader, Served dialogue) {
    var gathered = new Gathered(dialogue.id());
    JsonNode view = take(gathered, CaseKind.NAME, dialogue);
    Set<UUID> crises = new HashSet<>();
    view.path("crises").forEach(crisis -> crises.add(UUID.fromString(crisis.asText())));
    reads.all(reader, crises).values().forEach(one -> take(gathered, CrisisKind.NAME, one));
    for (String kind : Gathered.PARTS) {
      reads
          .about(reader, kind, Set.of(dialogue.id()), ALL)
          .forEach(one -> take(gathered, kind, one));
    }
    return gathered.situation();
  }

  private JsonNode take(Gathered gathered, String kind, Served served) {
    var view = json.parse(served.json());
    gathered.take(Telling.of(served.id(), kind, kinds.named(kind).orElseThrow().facets(view)));
    return view;
  }

  private static Where where(PlaceReference place) {
    @Nullable String[] path = new @Nullable String[FINEST + 1];
    place.within().forEach(unit -> path[level(unit.level())] = unit.id());
    if (place.level() != null) {
      path[level(place.level())] = place.id();
    }
    return new Where(Arrays.asList(path), place.lat(), place.lon());
  }

  private static int level(PlaceLevel level) {
    return Math.min(level.ordinal(), FINEST);
  }

  private static Refusal nothing(String remedy) {
    return Refusal.invalid(Flaw.at(JsonPointer.empty(), "nothing-to-compare", remedy));
  }
}
