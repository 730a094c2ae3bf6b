package org.toguna.cases.precedents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.precedents.PrecedentList.Precedent;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Leaving;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.PlaceReference;

/** Finds the cases nearest to one, from nothing but what their reader may see. */
@ApplicationScoped
class Precedents {
  private static final int FINEST = 4;

  private final RecordReads reads;
  private final RecordJson json;
  private final FeatureRows rows;
  private final Inspections inspections;
  private final Leaving leaving;

  Precedents(
      RecordReads reads,
      RecordJson json,
      FeatureRows rows,
      Inspections inspections,
      Leaving leaving) {
    this.reads = reads;
    this.json = json;
    this.rows = rows;
    this.inspections = inspections;
    this.leaving = leaving;
  }

  /** Precedents of a case that is recorded, which is none of its own. */
  PrecedentList of(Reader reader, UUID dialogue, int limit) {
    reads.one(reader, CaseKind.NAME, dialogue).orElseThrow(Refusal::notFound);
    var ranking = new Ranking(null, limit);
    rows.each(
        reader,
        dialogue,
        gathered -> {
          if (gathered.dialogue().equals(dialogue)) {
            ranking.ask(gathered);
          } else {
            ranking.take(gathered);
          }
        });
    return shown(reader, ranking);
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
      throw Ranking.nothing(
          "Nothing here can be compared. Give a type, triggers, causes, levers, terms or any other"
              + " member of the request; unknown and other are compared with nothing, and neither"
              + " is a country.");
    }
    var ranking = new Ranking(asked, limit);
    rows.each(reader, null, ranking::take);
    return shown(reader, ranking);
  }

  private PrecedentList shown(Reader reader, Ranking ranking) {
    List<Nearest.One> found = ranking.nearest();
    Map<UUID, Served> cases = reads.all(reader, found.stream().map(Nearest.One::dialogue).toList());
    // A case that its reader lost sight of since is not shown, and leaves no gap.
    List<Nearest.One> still =
        found.stream().filter(one -> cases.containsKey(one.dialogue())).toList();
    Set<UUID> noted = new HashSet<>(ranking.noted());
    still.forEach(one -> noted.addAll(one.noted()));
    leaving.told(reader, "compared", noted);
    List<Precedent> items = new ArrayList<>();
    for (Nearest.One one : still) {
      Served served = cases.get(one.dialogue());
      if (served != null) {
        items.add(Explanation.of(ranking.asked(), one, json.parse(served.json())));
      }
    }
    return new PrecedentList(items, ranking.more());
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
}
