package org.toguna.cases.gazetteer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.PlaceFilters.Divided;
import org.toguna.cases.places.DivisionTable;
import org.toguna.cases.places.Divisions;
import org.toguna.kit.endpoints.FilterDates;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Nearest;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Units;

/**
 * Answers what is where and what is called how, from tables for lists and from memory for names.
 */
@ApplicationScoped
class Gazetteer {
  private final Entries entries;
  private final PlaceLookup lookup;
  private final Cursors cursors;
  private final Divided divided;

  Gazetteer(
      Entries entries, PlaceLookup lookup, Cursors cursors, Units units, Divisions divisions) {
    this.entries = entries;
    this.lookup = lookup;
    this.cursors = cursors;
    this.divided = new Divided(units, divisions);
  }

  GazetteerPage candidates(PlaceFilters filters, PageQuery paging) {
    boolean list =
        paging.cursor() != null
            || filters.text != null
            || filters.flag != null
            || filters.unplaced != null
            || paging.total();
    if (list) {
      throw PlaceFilters.bad(
          "q",
          "not-with-q",
          "Candidates come at once: leave cursor, text, flag, unplaced and total out, or q.");
    }
    var in = filters.in(divided);
    var unit = in == null ? filters.unit(lookup) : null;
    var within =
        new PlaceLookup.Within(
            in != null ? in.unit() : unit == null ? null : unit.id(),
            filters.level,
            filters.provider,
            filters.box(),
            FilterDates.day("validOn", filters.validOn),
            in == null ? null : in.among());
    mustKnow(filters.provider);
    var answer = lookup.find(filters.spellings(), within, paging.limit() + 1);
    var found =
        entries.of(answer.candidates().stream().map(Candidate::id).toList()).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    var items =
        answer.candidates().stream()
            .limit(paging.limit())
            .filter(candidate -> found.containsKey(candidate.id()))
            .map(candidate -> GazetteerPage.Item.of(found.get(candidate.id()), candidate))
            .toList();
    boolean more = answer.candidates().size() > paging.limit();
    return new GazetteerPage(items, answer.ambiguous(), more, null, null);
  }

  Page<GazetteerPage.Item> page(Reader reader, PlaceFilters filters, PageQuery paging) {
    var canonical = filters.canonical();
    var after =
        paging.cursor() == null
            ? null
            : cursors.open(reader, canonical, paging.cursor()).getFirst();
    mustKnow(filters.provider);
    var rows = entries.page(filters.condition(lookup, divided, after), paging.limit() + 1);
    return Page.cut(
            rows,
            paging.limit(),
            last -> cursors.seal(reader, canonical, List.of(last.id())),
            paging.total() ? entries.count(filters.condition(lookup, divided, null)) : null)
        .map(GazetteerPage.Item::of);
  }

  /** Nothing is of an edition that nobody loaded: an empty answer would say that there is none. */
  private void mustKnow(@Nullable String provider) {
    if (provider != null && !entries.isOfSome(provider)) {
      throw PlaceFilters.bad(
          "provider",
          "unknown-provider",
          "The gazetteer has nothing of this provider and edition."
              + Nearest.to(provider, entries.providers())
                  .map(" Did you mean \"%s\"?"::formatted)
                  .orElse(""));
    }
  }

  /** By id; or by P-code, if no more than one entry bears it. */
  Entry one(String idOrCode) {
    return find(idOrCode).orElseThrow(Refusal::notFound);
  }

  private Optional<Entry> find(String idOrCode) {
    return entries
        .one(idOrCode)
        .or(
            () -> {
              var coded =
                  lookup.find(idOrCode, PlaceLookup.Within.ANYWHERE, 2).candidates().stream()
                      .filter(candidate -> candidate.reason() == Candidate.Reason.PCODE)
                      .toList();
              return coded.size() == 1 ? entries.one(coded.getFirst().id()) : Optional.empty();
            });
  }

  Page<Entry> units(
      Reader reader,
      @Nullable String parent,
      @Nullable String validOn,
      @Nullable String division,
      PageQuery paging) {
    var canonical = "units\n" + parent + "\n" + validOn + "\n" + division;
    var day = FilterDates.day("validOn", validOn);
    var sql = new StringBuilder();
    var parameters = new ArrayList<Object>();
    if (parent == null) {
      sql.append("e.parent is null");
    } else {
      sql.append("e.parent = ?");
      parameters.add(
          find(parent)
              .orElseThrow(
                  () ->
                      PlaceFilters.bad(
                          "parent",
                          "unknown-unit",
                          "The gazetteer has no single unit of this id or P-code."))
              .id());
    }
    if (day != null) {
      sql.append(" and ").append(PlaceFilters.STOOD);
      parameters.addAll(List.of(day, day));
    }
    var reform =
        division == null
            ? Optional.<DivisionTable.Division>empty()
            : divided.divisions().reform(division);
    if (reform.isPresent()) {
      sql.append(" and (e.level = 0 or {ofDivision})");
      parameters.addAll(
          List.of(reform.get().country(), Objects.requireNonNull(reform.get().begins())));
    }
    var all = new Entries.Condition(sql.toString(), parameters);
    if (paging.cursor() != null) {
      sql.append(" and (e.name, e.id) > (?, ?)");
      parameters.addAll(cursors.open(reader, canonical, paging.cursor()));
    }
    var rows = entries.units(new Entries.Condition(sql.toString(), parameters), paging.limit() + 1);
    return Page.cut(
        rows,
        paging.limit(),
        last -> cursors.seal(reader, canonical, List.of(last.name(), last.id())),
        paging.total() ? entries.countUnits(all) : null);
  }
}
