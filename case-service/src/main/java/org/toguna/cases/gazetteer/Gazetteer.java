package org.toguna.cases.gazetteer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Refusal;

/**
 * Answers what is where and what is called how, from tables for lists and from memory for names.
 */
@ApplicationScoped
class Gazetteer {
  private final Entries entries;
  private final PlaceLookup lookup;
  private final Cursors cursors;

  Gazetteer(Entries entries, PlaceLookup lookup, Cursors cursors) {
    this.entries = entries;
    this.lookup = lookup;
    this.cursors = cursors;
  }

  GazetteerPage candidates(PlaceFilters filters, PageQuery paging) {
    if (paging.cursor() != null || filters.text != null || paging.total()) {
      throw PlaceFilters.bad(
          "q", "not-with-q", "Candidates come at once: leave cursor, text and total out, or q.");
    }
    var unit = filters.unit(lookup);
    var within =
        new PlaceLookup.Within(
            unit == null ? null : unit.id(),
            filters.level,
            filters.provider,
            filters.box(),
            PlaceFilters.day(filters.validOn));
    var answer = lookup.find(filters.spellings(), within, paging.limit());
    var found =
        entries.of(answer.candidates().stream().map(Candidate::id).toList()).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    var items =
        answer.candidates().stream()
            .filter(candidate -> found.containsKey(candidate.id()))
            .map(candidate -> GazetteerPage.Item.of(found.get(candidate.id()), candidate))
            .toList();
    return new GazetteerPage(items, answer.ambiguous(), null, null);
  }

  Page<GazetteerPage.Item> page(Reader reader, PlaceFilters filters, PageQuery paging) {
    var canonical = filters.canonical();
    var after =
        paging.cursor() == null
            ? null
            : cursors.open(reader, canonical, paging.cursor()).getFirst();
    var rows = entries.page(filters.condition(lookup, after), paging.limit() + 1);
    return Page.cut(
            rows,
            paging.limit(),
            last -> cursors.seal(reader, canonical, List.of(last.id())),
            paging.total() ? entries.count(filters.condition(lookup, null)) : null)
        .map(GazetteerPage.Item::of);
  }

  /** By id; or by P-code, if no more than one entry bears it. */
  Entry one(String idOrCode) {
    return entries
        .one(idOrCode)
        .or(
            () -> {
              var coded =
                  lookup.find(idOrCode, PlaceLookup.Within.ANYWHERE, 2).candidates().stream()
                      .filter(candidate -> candidate.reason() == Candidate.Reason.PCODE)
                      .toList();
              return coded.size() == 1 ? entries.one(coded.getFirst().id()) : Optional.empty();
            })
        .orElseThrow(Refusal::notFound);
  }

  Page<Entry> units(
      Reader reader, @Nullable String parent, @Nullable String validOn, PageQuery paging) {
    var canonical = "units\n" + parent + "\n" + validOn;
    var day = PlaceFilters.day(validOn);
    var sql = new StringBuilder();
    var parameters = new ArrayList<Object>();
    if (parent == null) {
      sql.append("e.parent is null");
    } else {
      sql.append("e.parent = ?");
      parameters.add(one(parent).id());
    }
    if (day != null) {
      sql.append(" and ").append(PlaceFilters.STOOD);
      parameters.addAll(List.of(day, day));
    }
    if (paging.cursor() != null) {
      sql.append(" and (e.name, e.id) > (?, ?)");
      parameters.addAll(cursors.open(reader, canonical, paging.cursor()));
    }
    var rows = entries.units(new Entries.Condition(sql.toString(), parameters), paging.limit() + 1);
    return Page.cut(
        rows,
        paging.limit(),
        last -> cursors.seal(reader, canonical, List.of(last.name(), last.id())),
        null);
  }
}
