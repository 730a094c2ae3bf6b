package org.toguna.kit.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.crypto.KeyRing;
import org.toguna.kit.crypto.RecordKey;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.values.Flaw;

/**
 * Writes records. Every change goes through here: the view of each audience is made, sealed and
 * stored, with history, change, event and audit, in the author's transaction.
 */
@ApplicationScoped
public class RecordBook {
  private final Desk desk;
  private final Ledger ledger;
  private final RecordJson json;
  private final KeyRing keys;
  private final FlaggedReadings flags;
  private final RecordEvents events;
  private final Clock clock = Clock.systemUTC();

  RecordBook(
      Desk desk,
      Ledger ledger,
      RecordJson json,
      KeyRing keys,
      FlaggedReadings flags,
      RecordEvents events) {
    this.desk = desk;
    this.ledger = ledger;
    this.json = json;
    this.keys = keys;
    this.flags = flags;
    this.events = events;
  }

  /** Records something new under the marking and audience that were decided for it. */
  public <S extends Evidenced> Written record(
      RecordKind<S> kind, S state, Marking marking, Audience audience, Reader author) {
    return record(kind, state, marking, audience, Map.of(), author);
  }

  /** As before, with attachments: what goes with the record and is too large for its views. */
  public <S extends Evidenced> Written record(
      RecordKind<S> kind,
      S state,
      Marking marking,
      Audience audience,
      Map<String, byte[]> attachments,
      Reader author) {
    return desk.at(
        author,
        () -> {
          Instant now = now();
          var row = new RecordRow(UUID.randomUUID(), kind.name(), marking, audience, now);
          claim(kind.claims(state), row);
          row.persist();
          desk.flush();
          byte[] wrapped = keys.freshWrapped(row.id());
          RecordKey key = keys.unwrap(row.id(), wrapped);
          var change = new Change<>(kind, state, marking, audience, row, key, now, author);
          write(change, "recorded", null, CurrentViews.Held.NOTHING, wrapped);
          attach(row, key, attachments);
          kind.written(row.id(), state, author);
          return new Written(row.id(), row.version(), 201, false);
        });
  }

  /** Revises a held record: the next version of it, for everyone who may see it. */
  <S extends Evidenced> Written revise(
      RecordKind<S> kind,
      CurrentViews.Held held,
      S state,
      Marking marking,
      Audience audience,
      @Nullable String why,
      Reader author) {
    Instant now = now();
    RecordRow row = held.row();
    row.remark(marking, audience, now);
    desk.flush();
    write(
        new Change<>(kind, state, marking, audience, row, held.key(), now, author),
        "revised",
        why,
        held,
        null);
    desk.withConnection(
        connection -> {
          ledger.remarkAttachments(connection, row);
          return true;
        });
    kind.written(row.id(), state, author);
    return new Written(row.id(), row.version(), 200, false);
  }

  private void attach(RecordRow row, RecordKey key, Map<String, byte[]> attachments) {
    attachments.forEach(
        (name, bytes) ->
            desk.withConnection(
                connection -> {
                  ledger.attach(connection, row, name, key.seal(bytes, row.id() + "/" + name));
                  return true;
                }));
  }

  /**
   * Destroys the key of a record and every searchable trace of it; a tombstone tells the siblings.
   */
  public Written erase(RecordKind<?> kind, CurrentViews.Held held, Reader author) {
    Instant now = now();
    RecordRow row = held.row();
    row.erase(now);
    desk.flush();
    var entry =
        new Entry(
            row,
            kind.topic(),
            null,
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            held.audience(),
            new Audience(Set.of(), Set.of()),
            true,
            "erased",
            List.of(),
            null,
            null,
            author,
            now);
    desk.withConnection(
        connection -> {
          ledger.write(connection, entry);
          flags.forget(connection, row.id());
          ledger.forget(connection, row.id());
          return true;
        });
    return new Written(row.id(), row.version(), 204, false);
  }

  /** One change of one record, on its way into the ledger. */
  private record Change<S extends Evidenced>(
      RecordKind<S> kind,
      S state,
      Marking marking,
      Audience audience,
      RecordRow row,
      RecordKey key,
      Instant now,
      Reader author) {}

  private <S extends Evidenced> void write(
      Change<S> change,
      String fact,
      @Nullable String why,
      CurrentViews.Held before,
      byte @Nullable [] wrappedKey) {
    RecordRow row = change.row();
    ObjectNode full =
        json.full(
            change.state(),
            change.marking(),
            row,
            change.now(),
            change.author().person(),
            before.full());
    List<Flaw> warnings = change.kind().warnings(change.state());
    if (!warnings.isEmpty()) {
      full.set("warnings", json.tree(warnings));
    }
    List<String> changed = RecordJson.changed(before.full(), full);
    Set<UUID> anchors = AnchoredDates.anchors(change.kind().stateType(), full);
    Set<UUID> parents = new LinkedHashSet<>(change.kind().hangsOn(change.state()));
    parents.addAll(anchors);
    var drafts = new ArrayList<ViewDraft>();
    drafts.add(draft(change, View.FULL, row.version(), full, change.now()));
    Blurring blurring = blur(change, full, before);
    if (blurring.draft() != null) {
      drafts.add(blurring.draft());
    }
    var entry =
        new Entry(
            row,
            change.kind().topic(),
            wrappedKey,
            drafts,
            parents,
            anchors,
            change.state().quoted(),
            before.audience(),
            change.audience(),
            blurring.changed(),
            fact,
            changed,
            why == null
                ? null
                : change.key().seal(why.getBytes(StandardCharsets.UTF_8), row.id() + "/why"),
            events.event(
                change.kind(), row, change.audience(), full, blurring.view(), before.blurred()),
            change.author(),
            change.now());
    desk.withConnection(
        connection -> {
          ledger.write(connection, entry);
          boolean flagged = before.full() != null && !before.full().path("readings").isEmpty();
          flags.note(connection, row.id(), flagged, change.state().readings());
          return true;
        });
  }

  private record Blurring(ObjectNode view, @Nullable ViewDraft draft, boolean changed) {}

  /** The blurred view counts versions of its own: a change that it does not show must not show. */
  private <S extends Evidenced> Blurring blur(
      Change<S> change, ObjectNode full, CurrentViews.Held before) {
    ObjectNode cut = change.kind().blur(change.marking()).apply(full, change.marking());
    ObjectNode previous = before.blurred();
    int version = previous == null ? 1 : previous.get("version").asInt();
    Instant at = previous == null ? change.now() : before.blurredAt();
    ObjectNode view = json.blurred(cut, change.marking(), change.row(), version, at);
    boolean changed = previous == null || !view.equals(previous);
    if (changed && previous != null) {
      version++;
      at = change.now();
      view = json.blurred(cut, change.marking(), change.row(), version, at);
    }
    boolean readers = !change.audience().blurredAdmits().isEmpty();
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    return new Blurring(
        view, readers ? draft(change, View.BLURRED, version, view, day) : null, changed);
  }

  private <S extends Evidenced> ViewDraft draft(
      Change<S> change, View view, int version, ObjectNode body, Instant at) {
    UUID id = change.row().id();
    boolean full = view == View.FULL;
    Audience audience = change.audience();
    return new ViewDraft(
        view,
        full ? audience.full() : audience.blurredAdmits(),
        full ? Set.of() : audience.full(),
        version,
        RecordJson.etag(id, view, version),
        change.key().seal(json.bytes(body), id + "/" + view),
        at,
        change.kind().facets(body));
  }

  /** As precise as the JSON says it, so that a time read there can be asked for again. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void claim(Set<String> claims, RecordRow row) {
    if (!claims.isEmpty()) {
      desk.withConnection(
          connection -> {
            Claims.make(connection, row.owner(), claims, row.id());
            return true;
          });
    }
  }
}
