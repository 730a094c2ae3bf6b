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
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.values.Flaw;

/**
 * Writes records. Every change goes through here: the view of each audience is made, sealed and
 * stored, with history, change, event and audit, in the author's transaction.
 */
@ApplicationScoped
public class RecordBook {
  private static final String RECUT = "recut";

  private final Desk desk;
  private final Ledger ledger;
  private final RecordJson json;
  private final KeyRing keys;
  private final FlaggedReadings flags;
  private final RecordEvents events;
  private final JoinedCuts joined;
  private final Clock clock = Clock.systemUTC();

  RecordBook(
      Desk desk,
      Ledger ledger,
      RecordJson json,
      KeyRing keys,
      FlaggedReadings flags,
      RecordEvents events,
      JoinedCuts joined) {
    this.desk = desk;
    this.ledger = ledger;
    this.json = json;
    this.keys = keys;
    this.flags = flags;
    this.events = events;
    this.joined = joined;
  }

  /** Records something new under the marking and audience that were decided for it. */
  public <S extends Evidenced> Written record(
      RecordKind<S> kind, S state, Marking marking, Audience audience, Reader author) {
    return record(kind, state, marking, audience, Map.of(), author);
  }

  /** As before, with attachments: what is too large for its views. */
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
        held.wrapped());
    desk.withConnection(
        connection -> {
          ledger.remarkAttachments(connection, row);
          if (!audience.equals(held.audience())) {
            ledger.moveWhatHangsOnIt(connection);
          }
          return true;
        });
    kind.written(row.id(), state, author);
    return new Written(row.id(), row.version(), 200, false);
  }

  /** Makes the blurred view alone anew; whoever holds the record in full keeps their validator. */
  <S extends Evidenced> void recut(
      RecordKind<S> kind, CurrentViews.Held held, S state, Marking marking, Reader author) {
    Instant now = now();
    RecordRow row = held.row();
    row.remark(marking, held.audience(), now);
    desk.flush();
    write(
        new Change<>(kind, state, marking, held.audience(), row, held.key(), now, author),
        RECUT,
        null,
        held,
        held.wrapped());
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
    Entry entry = Entry.erasure(row, kind.topic(), held.audience(), author, now);
    desk.withConnection(
        connection -> {
          ledger.write(connection, entry);
          flags.forget(connection, row.id());
          ledger.forget(connection, row.id());
          ledger.moveWhatHangsOnIt(connection);
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
      byte[] wrappedKey) {
    RecordRow row = change.row();
    boolean recut = fact.equals(RECUT) && before.full() != null;
    ObjectNode full =
        recut
            ? before.full()
            : json.full(
                change.state(),
                change.marking(),
                row,
                change.now(),
                change.author().person(),
                before.full());
    List<Flaw> oddDays = change.kind().oddDays(full);
    var warnings = new ArrayList<Flaw>(change.kind().warnings(change.state()));
    warnings.addAll(oddDays);
    json.warn(full, warnings);
    List<String> changed = RecordJson.changed(before.full(), full);
    Blur blur = change.kind().blur(change.marking());
    Cut own = blur.own(full, change.marking());
    Set<UUID> anchors = AnchoredDates.anchors(change.kind().stateType(), full);
    Set<UUID> parents = new LinkedHashSet<>(change.kind().hangsOn(change.state()));
    parents.addAll(anchors);
    var drafts = new ArrayList<ViewDraft>();
    if (!recut) {
      drafts.add(draft(change, View.FULL, row.version(), full, change.now(), null));
    }
    // What nobody outside ever saw joins nothing with a place.
    PlaceLevel floor = change.audience().hasBlurred() ? blur.floor(full).place() : null;
    Set<UUID> quoted = change.state().quoted();
    Cut cut = own.coarser(joined.ready(row.id(), before.full() == null, parents, quoted, own, floor));
    Blurring blurring = blur(change, full, blur, cut, before);
    if (blurring.draft() != null) {
      drafts.add(blurring.draft());
    }
    var entry =
        new Entry(
            row,
            change.kind().topic(),
            before.full() == null,
            wrappedKey,
            drafts,
            parents,
            anchors,
            quoted,
            before.audience(),
            change.audience(),
            own,
            floor,
            blurring.changed(),
            recut ? "revised" : fact,
            changed,
            why == null
                ? null
                : change.key().seal(why.getBytes(StandardCharsets.UTF_8), row.id() + "/why"),
            events.event(
                change.kind(),
                row,
                change.audience(),
                full,
                blurring.view(),
                before.blurred(),
                cut),
            change.author(),
            change.now());
    desk.withConnection(
        connection -> {
          ledger.write(connection, entry);
          boolean flagged =
              before.full() != null
                  && !(before.full().path("readings").isEmpty()
                      && before.full().path("warnings").isEmpty());
          flags.note(connection, row.id(), flagged, change.state().readings(), oddDays);
          return true;
        });
  }

  private record Blurring(ObjectNode view, @Nullable ViewDraft draft, boolean changed) {}

  /** The blurred view counts versions of its own: a change that it does not show must not show. */
  private <S extends Evidenced> Blurring blur(
      Change<S> change, ObjectNode full, Blur blur, Cut finest, CurrentViews.Held before) {
    ObjectNode cut = blur.apply(full, finest);
    ObjectNode previous = before.blurred();
    int version = previous == null ? before.blurredVersion() + 1 : previous.get("version").asInt();
    Instant at = previous == null ? change.now() : before.blurredAt();
    ObjectNode view = json.blurred(cut, change.marking(), change.row(), version, at);
    boolean changed = previous == null || !view.equals(previous);
    if (changed && previous != null) {
      version = before.blurredVersion() + 1;
      at = change.now();
      view = json.blurred(cut, change.marking(), change.row(), version, at);
    }
    boolean readers = !change.audience().blurredAdmits().isEmpty();
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    return new Blurring(
        view, readers ? draft(change, View.BLURRED, version, view, day, finest) : null, changed);
  }

  private <S extends Evidenced> ViewDraft draft(
      Change<S> change, View view, int version, ObjectNode body, Instant at, @Nullable Cut made) {
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
        change.kind().facets(change.kind().reckoned(body)),
        made);
  }

  /** As precise as the JSON says it, so that a time read there can be asked for again. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void claim(Set<String> claims, RecordRow row) {
    if (!claims.isEmpty()) {
      desk.withConnection(connection -> Claims.make(connection, row.owner(), claims, row.id()));
    }
  }
}
