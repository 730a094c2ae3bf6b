package org.toguna.cases.coverage.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.ListVersions;
import org.toguna.cases.coverage.ListedPlace;
import org.toguna.cases.coverage.OwnersEyes;
import org.toguna.kit.audit.AuditTrail;
import org.toguna.kit.endpoints.Receipts;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Written;

/** Asks for copies, decides about them, and writes out the names of those approved. */
@ApplicationScoped
class ListCopies {
  private final ListCopyKind kind;
  private final ListVersions lists;
  private final RecordDesk desk;
  private final Receipts receipts;
  private final RecordReads reads;
  private final RecordJson json;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  ListCopies(
      ListCopyKind kind,
      ListVersions lists,
      RecordDesk desk,
      Receipts receipts,
      RecordReads reads,
      RecordJson json,
      AuditTrail audit) {
    this.kind = kind;
    this.lists = lists;
    this.desk = desk;
    this.receipts = receipts;
    this.reads = reads;
    this.json = json;
    this.audit = audit;
  }

  /** Asks for a copy of the list as it is now. */
  Written request(UUID list, CopyRequest asked, @Nullable String idempotencyKey, Reader author) {
    ListVersions.Version version = lists.now(author, list);
    mustBeOwners(version, author);
    if (!asked.flaws().isEmpty()) {
      throw Refusal.invalid(asked.flaws());
    }
    ListCopy copy =
        ListCopy.requested(
            list,
            version.number(),
            asked.recipient(),
            asked.purpose(),
            author.person(),
            OwnersEyes.of(version.marking()));
    return receipts.once(
        author,
        idempotencyKey,
        "copy coverage-list " + list,
        asked,
        () -> desk.record(kind, desk.check(kind, copy, author), author));
  }

  /** The next state of a copy as the second person decides it. */
  JsonNode decided(JsonNode now, CopyDecision decision, Reader author) {
    if (!decision.flaws().isEmpty()) {
      throw Refusal.invalid(decision.flaws());
    }
    ListCopy copy = read(now);
    if (copy.requestedBy().equals(author.person())) {
      throw new Refusal(
          ProblemType.NOT_ALLOWED,
          "It takes two people: whoever asked for a copy does not decide about it.");
    }
    if (!copy.status().equals(ListCopy.REQUESTED)) {
      throw new Refusal(
          ProblemType.CONFLICT, "This copy has been decided about; ask for a new one.");
    }
    mustBeCurrent(copy, author);
    ObjectNode next = now.deepCopy();
    next.put("status", decision.status());
    next.put("decidedBy", author.person());
    next.put("decidedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    if (decision.reason() != null) {
      next.put("reason", decision.reason());
    }
    return next;
  }

  /** The names that may leave: of an approved copy, while the list is what was approved. */
  List<String> names(UUID id, Reader reader) {
    ListCopy copy =
        read(
            json.state(
                json.parse(
                    reads
                        .one(reader, ListCopyKind.NAME, id)
                        .orElseThrow(Refusal::notFound)
                        .json())));
    if (!copy.status().equals(ListCopy.APPROVED)) {
      throw new Refusal(
          ProblemType.CONFLICT, "A second person of your organisation has not approved this copy.");
    }
    ListVersions.Version version = mustBeCurrent(copy, reader);
    mustBeOwners(version, reader);
    List<String> names =
        version.list().entries().stream()
            .filter(entry -> !entry.isRefused())
            .map(ListedPlace::written)
            .filter(name -> !name.isEmpty())
            .toList();
    audit.note(reader, "download", ListCopyKind.NAME, List.of(id));
    return names;
  }

  /** A consent withdrawn, or a village added, since then: what was approved is not this list. */
  private ListVersions.Version mustBeCurrent(ListCopy copy, Reader reader) {
    ListVersions.Version version = lists.now(reader, Objects.requireNonNull(copy.list()));
    if (version.number() != copy.listVersion()) {
      throw new Refusal(
          ProblemType.CONFLICT, "The list has changed since this copy was asked for; ask anew.");
    }
    return version;
  }

  private static void mustBeOwners(ListVersions.Version version, Reader reader) {
    if (!reader.isOf(version.marking().owner())) {
      throw new Refusal(
          ProblemType.NOT_ALLOWED, "Only the organisation that owns a list lets a copy leave.");
    }
  }

  private ListCopy read(JsonNode state) {
    try {
      return json.read((ObjectNode) state, ListCopy.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A copy that cannot be read.", e);
    }
  }
}
