package org.toguna.cases.gazetteer.unmatched;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.PlaceLookup;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Undated;

/** Asks the reader's own records, kind by kind, which places they name in words alone. */
@ApplicationScoped
class UnmatchedQueue {
  private static final int PROPOSED = 5;
  private static final String CANONICAL = "unmatched-places";

  private final List<String> kinds;
  private final RecordReads reads;
  private final RecordJson json;
  private final PlaceLookup lookup;
  private final Cursors cursors;

  UnmatchedQueue(
      @Any Instance<RecordKind<?>> kinds,
      RecordReads reads,
      RecordJson json,
      PlaceLookup lookup,
      Cursors cursors) {
    this.kinds = kinds.stream().map(RecordKind::name).sorted().toList();
    this.reads = reads;
    this.json = json;
    this.lookup = lookup;
    this.cursors = cursors;
  }

  /** Where a page goes on: in a kind, after a record of it. */
  private record Position(int kind, RecordQuery.@Nullable After after) {

    List<String> written() {
      return after == null
          ? List.of("" + kind)
          : List.of("" + kind, after.sortDate().toString(), after.id().toString());
    }

    static Position of(List<String> written) {
      return new Position(
          Integer.parseInt(written.getFirst()),
          written.size() == 1
              ? null
              : new RecordQuery.After(
                  LocalDate.parse(written.get(1)), UUID.fromString(written.get(2))));
    }
  }

  UnmatchedPlaces.Page page(Reader reader, PageQuery paging) {
    var at =
        paging.cursor() == null
            ? new Position(0, null)
            : Position.of(cursors.open(reader, CANONICAL, paging.cursor()));
    var items = new ArrayList<UnmatchedPlaces>();
    while (at.kind < kinds.size() && items.size() < paging.limit()) {
      var kind = kinds.get(at.kind);
      var rows = reads.list(reader, query(kind, at.after, paging.limit() - items.size()));
      rows.records().stream()
          .filter(record -> record.view() == View.FULL)
          .map(record -> unmatched(kind, record, json.parse(record.json()), reader))
          .filter(found -> !found.places().isEmpty())
          .forEach(items::add);
      at =
          rows.next() == null
              ? new Position(at.kind + 1, null)
              : new Position(at.kind, rows.next());
    }
    var next = at.kind < kinds.size() ? cursors.seal(reader, CANONICAL, at.written()) : null;
    return new UnmatchedPlaces.Page(items, next);
  }

  private static RecordQuery query(String kind, RecordQuery.@Nullable After after, int limit) {
    return new RecordQuery(
        kind,
        null,
        null,
        null,
        null,
        FacetReader.UNMATCHED,
        0,
        null,
        null,
        null,
        Undated.FALSE,
        null,
        null,
        null,
        null,
        after,
        limit);
  }

  /** Only the owner revises a record, so only the owner's people have it in their queue. */
  private UnmatchedPlaces unmatched(String kind, Served served, ObjectNode record, Reader reader) {
    var places = new ArrayList<UnmatchedPlaces.Unmatched>();
    if (reader.isOf(record.at("/marking/owner").asText())) {
      collect(record, places);
    }
    return new UnmatchedPlaces(kind, served.id(), served.etag(), places);
  }

  /** A record has its places at the top: one as {@code place}, more as {@code …Places}. */
  private void collect(ObjectNode record, List<UnmatchedPlaces.Unmatched> places) {
    record
        .properties()
        .forEach(
            member -> {
              var here = JsonPointer.empty().appendProperty(member.getKey());
              var value = member.getValue();
              if (value.isArray() && member.getKey().toLowerCase(Locale.ROOT).endsWith("places")) {
                for (int i = 0; i < value.size(); i++) {
                  add(here.appendIndex(i), value.get(i), places);
                }
              } else if (member.getKey().equals("place")) {
                add(here, value, places);
              }
            });
  }

  private void add(JsonPointer at, JsonNode place, List<UnmatchedPlaces.Unmatched> places) {
    if (FacetReader.isUnmatched(place)) {
      places.add(unmatched(at, place));
    }
  }

  private UnmatchedPlaces.Unmatched unmatched(JsonPointer at, JsonNode place) {
    var words = place.path("asStated").asText();
    var answer = lookup.find(words, PlaceLookup.Within.ANYWHERE, PROPOSED);
    var candidates =
        answer.candidates().stream()
            .map(
                candidate ->
                    new UnmatchedPlaces.Proposal(
                        candidate.id(),
                        candidate.name(),
                        candidate.reason().word(),
                        candidate.matched(),
                        candidate.through(),
                        Math.round(candidate.score() * 1000) / 1000.0))
            .toList();
    var reason =
        candidates.isEmpty()
            ? "no-candidate"
            : answer.ambiguous() ? "several-as-likely" : "one-candidate";
    return new UnmatchedPlaces.Unmatched(at.toString(), words, reason, candidates);
  }
}
