package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Readings;

/**
 * Takes records in: whatever kind it is, its marking, references and citations are checked here,
 * and either everything of it is written or nothing.
 */
@ApplicationScoped
public class RecordDesk {
  private final Desk desk;
  private final RecordBook book;
  private final CurrentViews current;
  private final Audiences audiences;
  private final RecordReads reads;
  private final RecordJson json;
  private final Instance<Evidence> evidence;

  RecordDesk(
      Desk desk,
      RecordBook book,
      CurrentViews current,
      Audiences audiences,
      RecordReads reads,
      RecordJson json,
      Instance<Evidence> evidence) {
    this.desk = desk;
    this.book = book;
    this.current = current;
    this.audiences = audiences;
    this.reads = reads;
    this.json = json;
    this.evidence = evidence;
  }

  /** A state that may be written, with what was decided for it. */
  public record Checked<S>(S state, Marking marking, Audience audience) {}

  /**
   * Checks a new state before any transaction.
   *
   * @throws Refusal with every flaw at once
   */
  public <S extends Evidenced> Checked<S> check(RecordKind<S> kind, S posted, Reader author) {
    return check(kind, null, null, posted, author);
  }

  /** With the author's own eyes: the desk sees records of their organisation that they do not. */
  private <S extends Evidenced> Checked<S> check(
      RecordKind<S> kind, @Nullable UUID id, @Nullable S before, S posted, Reader author) {
    return desk.aside(() -> checked(kind, id, before, posted, author));
  }

  private <S extends Evidenced> Checked<S> checked(
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
    flaws.addAll(kind.flaws(state, author));
    var parents = kind.hangsOn(state);
    Map<UUID, Audience> found = audiences.of(parents, author);
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
        flaws.isEmpty() ? cited(before, state, author) : Evidence.Finding.NONE;
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
    return new Checked<>(state, kept, audience.intersect(kind.audience(state, kept, audience)));
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
        outcome.state() == tree ? state : read(kind, outcome.state()), seen, outcome.flaws());
  }

  /** Writes what was checked, in the transaction that is open or one of its own. */
  public <S extends Evidenced> Written record(
      RecordKind<S> kind, Checked<S> checked, Reader author) {
    return book.record(kind, checked.state(), checked.marking(), checked.audience(), author);
  }

  /** As before, with attachments that go with the record. */
  public <S extends Evidenced> Written record(
      RecordKind<S> kind, Checked<S> checked, Map<String, byte[]> attachments, Reader author) {
    return book.record(
        kind, checked.state(), checked.marking(), checked.audience(), attachments, author);
  }

  /**
   * Changes a record that the author holds in full.
   *
   * @param ifMatch the validator that the change was made on
   * @param change from the present state to the next, as JSON
   */
  public <S extends Evidenced> Written revise(
      RecordKind<S> kind,
      UUID id,
      String ifMatch,
      UnaryOperator<JsonNode> change,
      @Nullable String why,
      Reader author) {
    Served now = mustOwn(kind, id, author);
    String expected = ifMatch.equals("*") ? now.etag() : ifMatch;
    if (!expected.equals(now.etag())) {
      throw stale();
    }
    JsonNode present = json.state(json.parse(now.json()));
    S before = read(kind, present);
    S after = read(kind, change.apply(present));
    var flaws =
        new ArrayList<Flaw>(Readings.flawsOfChange(before.readings(), after.readings(), why));
    flaws.addAll(kind.flawsOfChange(id, before, after, author));
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
    // Checked before the transaction: what it asks of others must not hold a connection.
    Checked<S> checked = check(kind, id, before, after, author);
    return desk.at(
        author,
        () ->
            book.revise(
                kind,
                hold(kind, id, expected),
                checked.state(),
                checked.marking(),
                checked.audience(),
                why,
                author));
  }

  /** Erases a record for good; only a protection officer of its owner may. */
  public Written erase(RecordKind<?> kind, UUID id, String ifMatch, Reader author) {
    mustOwn(kind, id, author);
    if (!author.may(Role.PROTECTION_OFFICER)) {
      throw new Refusal(
          ProblemType.NOT_ALLOWED, "Only a protection officer of the owner erases a record.");
    }
    return desk.at(author, () -> book.erase(kind, hold(kind, id, ifMatch), author));
  }

  /**
   * Takes back what a reviewer's own organisation recorded, if it still stands at that version: the
   * mistake of a batch, undone before anybody built on it. Whatever was changed since stays.
   *
   * @return empty if it was changed or erased since, or is not the author's to take back
   */
  public Optional<Written> takeBack(RecordKind<?> kind, UUID id, int version, Reader author) {
    return desk.at(
        author,
        () ->
            current
                .hold(kind.name(), id)
                .filter(held -> held.row().version() == version)
                .filter(held -> author.isOf(held.row().owner()) && author.may(Role.REVIEWER))
                .map(held -> book.erase(kind, held, author)));
  }

  /** See it first (404), own it then (403): an order that tells nobody of what they may not see. */
  private Served mustOwn(RecordKind<?> kind, UUID id, Reader author) {
    Optional<Served> seen = desk.aside(() -> reads.one(author, kind.name(), id));
    if (seen.isEmpty()) {
      throw Refusal.notFound();
    }
    String owner = json.parse(seen.get().json()).at("/marking/owner").asText();
    if (!author.isOf(owner) || seen.get().view() != org.toguna.kit.marking.View.FULL) {
      throw new Refusal(
          ProblemType.NOT_ALLOWED, "Only the organisation that owns a record changes it.");
    }
    return seen.get();
  }

  private CurrentViews.Held hold(RecordKind<?> kind, UUID id, String ifMatch) {
    CurrentViews.Held held = current.hold(kind.name(), id).orElseThrow(Refusal::notFound);
    if (!ifMatch.equals("*") && !ifMatch.equals(held.etag())) {
      throw stale();
    }
    return held;
  }

  private static Refusal stale() {
    return new Refusal(
        ProblemType.STALE_VERSION,
        "The record has changed since you read it; read it again and repeat your change.");
  }

  private <S extends Evidenced> S read(RecordKind<S> kind, JsonNode state) {
    try {
      return json.read((ObjectNode) state, kind.stateType());
    } catch (JsonProcessingException e) {
      throw org.toguna.kit.problems.JsonRefusals.of(e);
    }
  }

  /**
   * What was found to be quoted rightly stays so: a change elsewhere in the record asks nobody, and
   * waits for nobody.
   */
  private Evidence.Finding cited(@Nullable Evidenced before, Evidenced state, Reader author) {
    if (before != null && before.citations().containsAll(state.citations())) {
      Map<UUID, Audience> known = audiences.ofAll(state.quoted());
      if (known.keySet().containsAll(state.quoted())) {
        return new Evidence.Finding(List.of(), known);
      }
    }
    return ask(state.citations(), author);
  }

  private Evidence.Finding ask(List<Citation> citations, Reader author) {
    return citations.isEmpty() || evidence.isUnsatisfied()
        ? Evidence.Finding.NONE
        : evidence.get().check(citations, author);
  }
}
