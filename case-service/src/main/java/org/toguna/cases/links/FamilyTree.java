package org.toguna.cases.links;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** Follows the links of a case, one generation after the other, in the reader's own views alone. */
@Singleton
class FamilyTree {
  /** Where the second case of a link stands to the first; same parties are no descent. */
  private static final Map<String, Integer> STEP =
      Map.of(
          "grew_out_of", -1,
          "influenced_by", -1,
          "handed_over_to", 1,
          "precedent_of", 1,
          "part_of", 0);

  private static final int MOST_LINKS = 1_000;
  private static final int MOST_CASES = 500;
  private final RecordReads reads;
  private final RecordJson json;

  FamilyTree(RecordReads reads, RecordJson json) {
    this.reads = reads;
    this.json = json;
  }

  /** The family of a case that the reader sees. */
  Genealogy of(Served start, Reader reader) {
    Map<UUID, ObjectNode> cases = new LinkedHashMap<>();
    Map<UUID, Integer> generations = new HashMap<>(Map.of(start.id(), 0));
    Map<UUID, Genealogy.Tie> ties = new LinkedHashMap<>();
    cases.put(start.id(), json.parse(start.json()));
    Set<UUID> frontier = Set.of(start.id());
    boolean more = false;
    while (!frontier.isEmpty() && !more) {
      List<Served> links = reads.about(reader, CaseLinkKind.NAME, frontier, MOST_LINKS + 1);
      List<Genealogy.Tie> found =
          links.stream().map(this::tie).filter(FamilyTree::isDescent).toList();
      Map<UUID, ObjectNode> fresh = fresh(found, cases.keySet(), reader);
      cases.putAll(fresh);
      found.stream()
          .filter(tie -> cases.containsKey(tie.from()) && cases.containsKey(tie.to()))
          .forEach(tie -> ties.put(tie.link(), tie));
      frontier = placed(found, generations, fresh.keySet());
      more = links.size() > MOST_LINKS || cases.size() > MOST_CASES;
    }
    return new Genealogy(
        start.id(), relatives(cases, generations), List.copyOf(ties.values()), more);
  }

  private static boolean isDescent(Genealogy.Tie tie) {
    return STEP.containsKey(tie.type());
  }

  private Genealogy.Tie tie(Served served) {
    ObjectNode link = json.parse(served.json());
    return new Genealogy.Tie(
        served.id(),
        UUID.fromString(link.path("from").asText()),
        UUID.fromString(link.path("to").asText()),
        link.path("type").asText(),
        link.path("view").asText());
  }

  /** Cases that were not met yet; one that is gone leads nowhere. */
  private Map<UUID, ObjectNode> fresh(List<Genealogy.Tie> ties, Set<UUID> known, Reader reader) {
    Set<UUID> wanted =
        ties.stream()
            .flatMap(tie -> Stream.of(tie.from(), tie.to()))
            .filter(id -> !known.contains(id))
            .collect(Collectors.toSet());
    var fresh = new LinkedHashMap<UUID, ObjectNode>();
    reads
        .all(reader, wanted)
        .forEach(
            (id, served) -> {
              ObjectNode record = json.parse(served.json());
              if (record.path("kind").asText().equals(CaseKind.NAME)) {
                fresh.put(id, record);
              }
            });
    return fresh;
  }

  /** Gives each fresh case its generation; those placed are the next to be followed. */
  private static Set<UUID> placed(
      List<Genealogy.Tie> ties, Map<UUID, Integer> generations, Set<UUID> fresh) {
    var placed = new HashSet<UUID>();
    for (Genealogy.Tie tie : ties) {
      int step = STEP.getOrDefault(tie.type(), 0);
      Integer from = generations.get(tie.from());
      Integer to = generations.get(tie.to());
      if (from != null && to == null && fresh.contains(tie.to())) {
        generations.put(tie.to(), from + step);
        placed.add(tie.to());
      } else if (to != null && from == null && fresh.contains(tie.from())) {
        generations.put(tie.from(), to - step);
        placed.add(tie.from());
      }
    }
    return placed;
  }

  private static List<Genealogy.Relative> relatives(
      Map<UUID, ObjectNode> cases, Map<UUID, Integer> generations) {
    var relatives = new ArrayList<Genealogy.Relative>();
    cases.forEach(
        (id, one) ->
            relatives.add(
                new Genealogy.Relative(
                    id,
                    generations.getOrDefault(id, 0),
                    one.path("type").asText(),
                    one.path("title").textValue(),
                    one.get("place"),
                    CaseKind.latestStage(one.path("stages")),
                    one.path("view").asText())));
    relatives.sort(
        Comparator.comparingInt(Genealogy.Relative::generation)
            .thenComparing(Genealogy.Relative::dialogue));
    return relatives;
  }
}
