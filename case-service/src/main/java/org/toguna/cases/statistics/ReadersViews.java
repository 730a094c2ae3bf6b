package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Units;

/** All that a reader may list of something, opened, in time that grows with their number. */
@ApplicationScoped
class ReadersViews {
  private static final int MOST = 50_000;

  /** About fewer than these, records are looked for; about more, the list of all is cheaper. */
  private static final int FEW = 200;

  private final RecordReads reads;
  private final RecordJson json;
  private final Units units;

  ReadersViews(RecordReads reads, RecordJson json, Units units) {
    this.reads = reads;
    this.json = json;
    this.units = units;
  }

  /**
   * @param type where the filters name none
   * @throws Refusal if there are more than one statistic is made of: never of a part
   */
  List<ObjectNode> all(Reader reader, String kind, @Nullable String type, RecordFilters filters) {
    return pages(
        reader, after -> typed(filters.query(kind, units, after, PageQuery.MAXIMUM_LIMIT), type));
  }

  /**
   * @param status where the filters name none
   */
  List<ObjectNode> inStatus(Reader reader, String kind, String status, RecordFilters filters) {
    return pages(
        reader,
        after -> {
          RecordQuery query = filters.query(kind, units, after, PageQuery.MAXIMUM_LIMIT);
          return with(query, query.type(), query.status() == null ? status : query.status(), after);
        });
  }

  /** Those of a kind that name one of the records, by the record that they name. */
  Map<UUID, List<ObjectNode>> about(
      Reader reader, String kind, String member, Collection<UUID> ids) {
    Set<UUID> wanted = new HashSet<>(ids);
    Stream<ObjectNode> found =
        wanted.size() <= FEW
            ? reads.about(reader, kind, wanted, Integer.MAX_VALUE - 1).stream().map(this::opened)
            : pages(reader, after -> from(RecordQuery.all(kind, PageQuery.MAXIMUM_LIMIT), after))
                .stream();
    Map<UUID, List<ObjectNode>> about = new HashMap<>();
    found.forEach(
        view -> {
          String id = view.path(member).textValue();
          if (id != null && wanted.contains(UUID.fromString(id))) {
            about.computeIfAbsent(UUID.fromString(id), none -> new ArrayList<>()).add(view);
          }
        });
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

  private List<ObjectNode> pages(Reader reader, Pages pages) {
    var views = new ArrayList<ObjectNode>();
    RecordQuery.@Nullable After last = null;
    do {
      RecordReads.Rows page = reads.list(reader, pages.after(last));
      page.records().forEach(served -> views.add(opened(served)));
      last = page.next();
      if (views.size() > MOST) {
        throw new Refusal(
            ProblemType.BAD_PARAMETER,
            "More records than one statistic is made of: narrow it with place, from, to or type.");
      }
    } while (last != null);
    return views;
  }

  private ObjectNode opened(Served served) {
    return json.parse(served.json());
  }

  private static RecordQuery typed(RecordQuery query, @Nullable String type) {
    return type == null || query.type() != null
        ? query
        : with(query, type, query.status(), query.after());
  }

  private static RecordQuery from(RecordQuery query, RecordQuery.@Nullable After after) {
    return with(query, query.type(), query.status(), after);
  }

  private static RecordQuery with(
      RecordQuery query,
      @Nullable String type,
      @Nullable String status,
      RecordQuery.@Nullable After after) {
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
        query.actor(),
        query.link(),
        query.updatedSince(),
        query.text(),
        after,
        query.limit());
  }
}
