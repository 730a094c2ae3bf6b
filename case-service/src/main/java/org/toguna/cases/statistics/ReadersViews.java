package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.FilterRules;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/**
 * All that a reader may list of something, opened page by page, in time that grows with their
 * number. A statistic keeps what it takes of a page and nothing of its views, so that it needs the
 * memory of a page and of what it took.
 */
@ApplicationScoped
class ReadersViews {
  private static final int MOST = 50_000;

  private final RecordReads reads;
  private final RecordJson json;
  private final RecordKinds kinds;
  private final FilterRules rules;
  private final int page;

  /**
   * @param page how many views are open at the same time, beside what is about them
   */
  ReadersViews(
      RecordReads reads,
      RecordJson json,
      RecordKinds kinds,
      FilterRules rules,
      @ConfigProperty(name = "toguna.statistics.page-size", defaultValue = "200") int page) {
    this.reads = reads;
    this.json = json;
    this.kinds = kinds;
    this.rules = rules;
    this.page = page;
  }

  /**
   * @param type where the filters name none
   * @param taken what the statistic takes of a page
   * @throws Refusal if there are more than one statistic is made of: never of a part
   */
  <T> List<T> all(
      Reader reader,
      String kind,
      @Nullable String type,
      RecordFilters filters,
      Function<List<ObjectNode>, Stream<T>> taken) {
    return pages(reader, after -> typed(filters.query(kind, rules, after, page), type), taken);
  }

  /**
   * @param status where the filters name none
   * @param taken what the statistic takes of a page
   */
  <T> List<T> inStatus(
      Reader reader,
      String kind,
      String status,
      RecordFilters filters,
      Function<List<ObjectNode>, Stream<T>> taken) {
    return pages(
        reader,
        after -> {
          RecordQuery query = filters.query(kind, rules, after, page);
          return with(query, query.type(), query.status() == null ? status : query.status());
        },
        taken);
  }

  /**
   * Whether a statistic of what the filters leave is without records that nobody can date.
   *
   * @param status where the filters name none
   * @return null where no period is asked for
   */
  @Nullable Boolean undatedLeftOut(
      Reader reader,
      String kind,
      @Nullable String type,
      @Nullable String status,
      RecordFilters filters) {
    RecordQuery query = typed(filters.query(kind, rules, null, page), type);
    return query.leavesUndatedOut()
        ? reads.leavesUndatedOut(
            reader, with(query, query.type(), query.status() == null ? status : query.status()))
        : null;
  }

  /** Those of a kind that name one of the records, by the record that they name. */
  Map<UUID, List<ObjectNode>> about(
      Reader reader, String kind, String member, Collection<UUID> ids) {
    Map<UUID, List<ObjectNode>> about = new HashMap<>();
    List<UUID> wanted = List.copyOf(new LinkedHashSet<>(ids));
    for (int from = 0; from < wanted.size(); from += page) {
      Set<UUID> some = Set.copyOf(wanted.subList(from, Math.min(from + page, wanted.size())));
      for (Served served : reads.about(reader, kind, some, Integer.MAX_VALUE - 1)) {
        ObjectNode view = opened(served);
        String id = view.path(member).textValue();
        if (id != null && some.contains(UUID.fromString(id))) {
          about.computeIfAbsent(UUID.fromString(id), none -> new ArrayList<>()).add(view);
        }
      }
    }
    return about;
  }

  /** Those of the records that the reader may see. */
  Map<UUID, ObjectNode> named(Reader reader, Collection<UUID> ids) {
    Map<UUID, ObjectNode> named = new HashMap<>();
    reads.all(reader, Set.copyOf(ids)).forEach((id, served) -> named.put(id, opened(served)));
    return named;
  }

  static UUID id(ObjectNode view) {
    return UUID.fromString(view.path("id").asText());
  }

  @FunctionalInterface
  private interface Pages {
    RecordQuery after(RecordQuery.@Nullable After last);
  }

  private <T> List<T> pages(
      Reader reader, Pages pages, Function<List<ObjectNode>, Stream<T>> taken) {
    var all = new ArrayList<T>();
    int number = 0;
    RecordQuery.@Nullable After last = null;
    do {
      RecordReads.Rows some = reads.list(reader, pages.after(last));
      number += some.records().size();
      if (number > MOST) {
        throw new Refusal(
            ProblemType.BAD_PARAMETER,
            "More records than one statistic is made of: narrow it with place, from, to or type.");
      }
      taken.apply(some.records().stream().map(this::opened).toList()).forEach(all::add);
      last = some.next();
    } while (last != null);
    return all;
  }

  private ObjectNode opened(Served served) {
    return kinds.reckoned(json.parse(served.json()));
  }

  private static RecordQuery typed(RecordQuery query, @Nullable String type) {
    return type == null || query.type() != null ? query : with(query, type, query.status());
  }

  private static RecordQuery with(
      RecordQuery query, @Nullable String type, @Nullable String status) {
    return new RecordQuery(
        query.kind(),
        type,
        status,
        query.stage(),
        query.tlp(),
        query.unit(),
        query.unitLevel(),
        query.box(),
        query.from(),
        query.to(),
        query.undated(),
        query.actor(),
        query.link(),
        query.updatedSince(),
        query.text(),
        query.after(),
        query.limit(),
        query.division());
  }
}
