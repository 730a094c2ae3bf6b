package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/**
 * Checks a state of any kind before it is written: its marking, what it refers to and what it
 * quotes; and decides whom it admits.
 */
@ApplicationScoped
class RecordChecks {
  private final Desk desk;
  private final Audiences audiences;
  private final RecordReads reads;
  private final RecordJson json;
  private final Instance<Evidence> evidence;

  RecordChecks(
      Desk desk,
      Audiences audiences,
      RecordReads reads,
      RecordJson json,
      Instance<Evidence> evidence) {
    this.desk = desk;
    this.audiences = audiences;
    this.reads = reads;
    this.json = json;
    this.evidence = evidence;
  }

  /**
   * Checks the next state of a record with its author's own eyes: the desk sees records of their
   * organisation that they do not.
   *
   * @param id null for a new record
   * @param before the present state, null for a new record
   * @throws Refusal with every flaw at once
   */
  <S extends Evidenced> RecordDesk.Checked<S> check(
      RecordKind<S> kind, @Nullable UUID id, @Nullable S before, S posted, Reader author) {
    return desk.aside(() -> checked(kind, id, before, posted, author));
  }

  private <S extends Evidenced> RecordDesk.Checked<S> checked(
      RecordKind<S> kind, @Nullable UUID id, @Nullable S before, S posted, Reader author) {
    Marking asked = ownMarking(posted, author);
    S completed = kind.complete(posted, author);
    Anchored<S> anchored = anchored(kind, id, completed, author);
    S state = anchored.state();
    Marking marking = anchored.bound(kind.marking(state, asked));
    var flaws = new ArrayList<Flaw>(marking.flaws(JsonPointer.compile("/marking")));
    flaws.addAll(anchored.flaws());
    JsonNode tree = json.tree(state);
    flaws.addAll(EvidenceRules.flaws(tree, state));
    if (flaws.isEmpty()) {
      flaws.addAll(newlyUnfounded(tree, state, before));
    }
    flaws.addAll(kind.flaws(state, author));
    var parents = kind.hangsOn(state);
    Map<UUID, Audience> found = parents(kind, before, parents, marking.owner(), author);
    parents.stream()
        .filter(parent -> !found.containsKey(parent))
        .map(parent -> EvidenceRules.pointerTo(tree, parent.toString()))
        // A kind that knows what stands there has said so in its own words.
        .filter(at -> flaws.stream().noneMatch(flaw -> flaw.pointer().equals(at.toString())))
        .map(
            at ->
                Flaw.at(
                    at,
                    "unknown-record",
                    "No record of this id is known to you here. If you have just written it, send"
                        + " its Toguna-Position."))
        .toList()
        .forEach(flaws::add);
    Evidence.Finding finding =
        flaws.isEmpty()
            ? cited(before, state, tree, marking.owner(), author)
            : Evidence.Finding.NONE;
    flaws.addAll(finding.flaws());
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
    Audience audience =
        new Bounds(
                found.values(),
                audiences.of(anchored.sources().keySet(), author).values(),
                finding.audiences().values())
            .within(Audience.of(marking), marking.owner());
    Marking kept = marking.noWiderThan(audience);
    // What a kind keeps to fewer for now, a meeting ahead for instance, does not change its label.
    return new RecordDesk.Checked<>(
        state, kept, audience.intersect(kind.audience(state, kept, audience)));
  }

  /** Those that the author sees, and those that it hung on already: they may be closed since. */
  private <S extends Evidenced> Map<UUID, Audience> parents(
      RecordKind<S> kind, @Nullable S before, Set<UUID> parents, String owner, Reader author) {
    Map<UUID, Audience> found = new HashMap<>(audiences.of(parents, author));
    if (before != null) {
      Set<UUID> closed = new HashSet<>(kind.hangsOn(before));
      closed.retainAll(parents);
      closed.removeAll(found.keySet());
      found.putAll(audiences.ofAll(closed, owner));
    }
    return found;
  }

  private static Marking ownMarking(Evidenced posted, Reader author) {
    if (author.organisation() == null) {
      throw new Refusal(ProblemType.NOT_ALLOWED, "Only members of an organisation record facts.");
    }
    Marking asked =
        (posted.marking() == null ? Marking.ownerOnly(author.organisation()) : posted.marking())
            .under(author.organisation())
            .writtenBy(author.person());
    if (!author.isOf(asked.owner())) {
      throw Refusal.invalid(
          Flaw.at(
              JsonPointer.compile("/marking/owner"),
              "not-your-organisation",
              "You record for your own organisation: leave the owner out."));
    }
    return asked;
  }

  /**
   * A state whose anchored dates lie where their anchors, as the author sees them, put them.
   * Whoever reads such a date reads the other one in it, so the marking is no wider than the
   * other's.
   */
  private record Anchored<S>(S state, Map<UUID, ObjectNode> sources, List<Flaw> flaws) {

    Marking bound(Marking marking) {
      Marking bound = marking;
      for (ObjectNode source : sources.values()) {
        JsonNode finest = source.at("/marking/finestDate");
        bound =
            finest.isTextual()
                ? bound.datesNoFinerThan(DatePrecision.valueOf(finest.asText()))
                : bound;
      }
      return bound;
    }
  }

  private <S extends Evidenced> Anchored<S> anchored(
      RecordKind<S> kind, @Nullable UUID id, S state, Reader author) {
    var tree = (ObjectNode) json.tree(state);
    Map<UUID, ObjectNode> seen = new HashMap<>();
    AnchoredDates.Outcome outcome =
        AnchoredDates.derive(
            json,
            kind.stateType(),
            tree,
            id,
            other ->
                Optional.ofNullable(
                    seen.computeIfAbsent(
                        other,
                        unread ->
                            Optional.ofNullable(reads.all(author, List.of(unread)).get(unread))
                                .map(served -> json.parse(served.json()))
                                .orElse(null))));
    seen.keySet().retainAll(AnchoredDates.anchors(kind.stateType(), tree));
    return new Anchored<>(
        outcome.state() == tree ? state : json.posted(outcome.state(), kind.stateType()),
        seen,
        outcome.flaws());
  }

  /**
   * What was found to be quoted rightly stays so: a change elsewhere in the record asks nobody, and
   * waits for nobody.
   */
  private Evidence.Finding cited(
      @Nullable Evidenced before, Evidenced state, JsonNode tree, String owner, Reader author) {
    if (before != null && before.citations().containsAll(state.citations())) {
      Map<UUID, Audience> known = audiences.ofAll(state.quoted(), owner);
      if (known.keySet().containsAll(state.quoted())) {
        return new Evidence.Finding(List.of(), known);
      }
    }
    return ask(state.citations(), before == null ? accepted(tree) : null, author);
  }

  /** What was recorded before is not judged again by a rule that came later. */
  private <S extends Evidenced> List<Flaw> newlyUnfounded(
      JsonNode tree, S state, @Nullable S before) {
    var flaws = StatedWords.flaws(tree, state.citations(), accepted(tree) != null);
    if (before == null || flaws.isEmpty()) {
      return flaws;
    }
    JsonNode earlier = json.tree(before);
    var known =
        StatedWords.flaws(earlier, before.citations(), accepted(earlier) != null).stream()
            .map(Flaw::detail)
            .toList();
    return flaws.stream().filter(flaw -> !known.contains(flaw.detail())).toList();
  }

  /** The suggestion that a new record names as the one it accepts. */
  private static @Nullable UUID accepted(JsonNode tree) {
    JsonNode suggestion = tree.path("suggestion");
    try {
      return suggestion.isTextual() ? UUID.fromString(suggestion.asText()) : null;
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }

  private Evidence.Finding ask(List<Citation> citations, @Nullable UUID accepted, Reader author) {
    return citations.isEmpty() || evidence.isUnsatisfied()
        ? Evidence.Finding.NONE
        : evidence.get().check(citations, accepted, author);
  }
}
