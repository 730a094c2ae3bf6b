package org.toguna.kit.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Readings;

/**
 * Takes records in: whatever kind it is, it is checked first, and either everything of it is
 * written or nothing.
 */
@ApplicationScoped
public class RecordDesk {
  private final Desk desk;
  private final RecordBook book;
  private final CurrentViews current;
  private final RecordChecks checks;
  private final RecordReads reads;
  private final RecordJson json;

  RecordDesk(
      Desk desk,
      RecordBook book,
      CurrentViews current,
      RecordChecks checks,
      RecordReads reads,
      RecordJson json) {
    this.desk = desk;
    this.book = book;
    this.current = current;
    this.checks = checks;
    this.reads = reads;
    this.json = json;
  }

  /** A state that may be written, with what was decided for it. */
  public record Checked<S>(S state, Marking marking, Audience audience) {}

  /**
   * Checks a new state before any transaction.
   *
   * @throws Refusal with every flaw at once
   */
  public <S extends Evidenced> Checked<S> check(RecordKind<S> kind, S posted, Reader author) {
    return checks.check(kind, null, null, posted, author);
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
    Checked<S> checked = checks.check(kind, id, before, after, author);
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
                .filter(held -> held.isOf(version))
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
    return json.posted((ObjectNode) state, kind.stateType());
  }
}
