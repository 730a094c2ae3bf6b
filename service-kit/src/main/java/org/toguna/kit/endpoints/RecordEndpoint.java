package org.toguna.kit.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.http.Caching;
import org.toguna.kit.http.ETags;
import org.toguna.kit.http.MergePatch;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;
import org.toguna.kit.values.DerivedBounds;
import org.toguna.kit.values.Flaw;

/** Answers for records of any kind; what a reader gets is decided before it comes here. */
@ApplicationScoped
public class RecordEndpoint {
  private static final String JSON = MediaType.APPLICATION_JSON;
  private final CurrentReader current;
  private final RecordReads reads;
  private final RecordDesk desk;
  private final Cursors cursors;
  private final FilterRules rules;
  private final Receipts receipts;

  RecordEndpoint(
      CurrentReader current,
      RecordReads reads,
      RecordDesk desk,
      Cursors cursors,
      FilterRules rules,
      Receipts receipts) {
    this.current = current;
    this.reads = reads;
    this.desk = desk;
    this.cursors = cursors;
    this.rules = rules;
    this.receipts = receipts;
  }

  /** One record, as it is or as it was. */
  public Response one(RecordKind<?> kind, UUID id, @Nullable String asOf) {
    Reader reader = current.allowed(Role.READER);
    Served served =
        (asOf == null
                ? reads.one(reader, kind.name(), id)
                : reads.asOf(reader, kind.name(), id, FilterDates.instant("asOf", asOf)))
            .orElseThrow(Refusal::notFound);
    return answer(Response.ok(), served).build();
  }

  /**
   * One page as a reader gets it, with the cursor of the next.
   *
   * @param undatedLeftOut null where no period was asked for
   */
  public record ServedPage(
      List<Served> records,
      @Nullable String next,
      @Nullable Long total,
      @Nullable Boolean undatedLeftOut) {

    /** The same page of what somebody makes of each record. */
    public <T> Page<T> of(List<T> items) {
      return new Page<>(items, next, total, undatedLeftOut);
    }
  }

  /** The page that filters and paging ask for. */
  public ServedPage page(RecordKind<?> kind, RecordFilters filters, PageQuery paging) {
    return page(
        kind.name() + "\n" + filters.canonical(),
        after -> filters.query(kind.name(), rules, after, paging.limit()),
        paging);
  }

  /** A query that goes on after the last row of the page before, or starts. */
  @FunctionalInterface
  public interface Query {
    RecordQuery after(RecordQuery.@Nullable After last);
  }

  /**
   * The page of a query that a resource made itself.
   *
   * @param canonical all that the query depends on; a cursor opens for nothing else
   */
  public ServedPage page(String canonical, Query asked, PageQuery paging) {
    Reader reader = current.allowed(Role.READER);
    RecordQuery query = asked.after(after(reader, canonical, paging));
    RecordReads.Rows page = reads.list(reader, query);
    String next =
        page.next() == null
            ? null
            : cursors.seal(
                reader,
                canonical,
                List.of(page.next().sortDate().toString(), page.next().id().toString()));
    return new ServedPage(
        page.records(),
        next,
        paging.total() ? reads.total(reader, query) : null,
        query.leavesUndatedOut() ? reads.leavesUndatedOut(reader, query) : null);
  }

  /** One page, with a link to the next. */
  public Response list(
      RecordKind<?> kind, RecordFilters filters, PageQuery paging, UriInfo request) {
    return list(page(kind, filters, paging), request);
  }

  /** A page as it is answered, with a link to the next. */
  public Response list(ServedPage page, UriInfo request) {
    var response =
        Response.ok(PageBytes.of(page), JSON).header("Cache-Control", "private, no-store");
    if (page.next() != null) {
      var address = request.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
      // Relative, since only the origin knows under which name it was reached.
      response.header(
          "Link", "<%s?%s>; rel=\"next\"".formatted(address.getRawPath(), address.getRawQuery()));
    }
    return response.build();
  }

  public List<RecordReads.Version> history(RecordKind<?> kind, UUID id) {
    List<RecordReads.Version> versions =
        reads.history(current.allowed(Role.READER), kind.name(), id);
    if (versions.isEmpty()) {
      throw Refusal.notFound();
    }
    return versions;
  }

  /** Records something new; the same key and body again answer for the same record. */
  public <S extends Evidenced> Response post(
      RecordKind<S> kind, S posted, @Nullable String idempotencyKey, Role role, UriInfo request) {
    Reader author = current.allowed(role);
    Written written =
        receipts.once(
            author,
            idempotencyKey,
            "record " + kind.name(),
            posted,
            () -> desk.record(kind, desk.check(kind, posted, author), author));
    return written(kind, written, author)
        .header(HttpHeaders.LOCATION, Locations.below(request, written.id().toString()))
        .build();
  }

  /** Changes what the patch names, on the version that the caller has read. */
  public <S extends Evidenced> Response patch(
      RecordKind<S> kind, UUID id, @Nullable String ifMatch, JsonNode patch, Role role) {
    Reader author = current.allowed(role);
    String etag = mustSee(kind, id, author, ifMatch);
    if (!patch.isObject()) {
      throw Refusal.invalid(new Flaw("", "wrong-type", "A merge patch is a JSON object."));
    }
    String why = patch.path("why").isTextual() ? patch.get("why").asText() : null;
    Written written =
        desk.revise(
            kind,
            id,
            etag,
            now -> {
              var change = patch.deepCopy();
              if (change instanceof com.fasterxml.jackson.databind.node.ObjectNode members) {
                members.remove("why");
              }
              return MergePatch.apply(now, DerivedBounds.follow(now, change));
            },
            why,
            author);
    return written(kind, written, author).build();
  }

  /** Changes a record by a verb of its kind, on the version that the caller has read. */
  public <S extends Evidenced> Response revise(
      RecordKind<S> kind,
      UUID id,
      @Nullable String ifMatch,
      Role role,
      BiFunction<JsonNode, Reader, JsonNode> verb) {
    return revise(kind, id, ifMatch, role, null, verb);
  }

  /** The same with a reason, which is kept with the version. */
  public <S extends Evidenced> Response revise(
      RecordKind<S> kind,
      UUID id,
      @Nullable String ifMatch,
      Role role,
      @Nullable String why,
      BiFunction<JsonNode, Reader, JsonNode> verb) {
    Reader author = current.allowed(role);
    String etag = mustSee(kind, id, author, ifMatch);
    Written written = desk.revise(kind, id, etag, now -> verb.apply(now, author), why, author);
    return written(kind, written, author).build();
  }

  /** Erases for good. */
  public Response erase(RecordKind<?> kind, UUID id, @Nullable String ifMatch) {
    Reader author = current.allowed(Role.PROTECTION_OFFICER);
    String etag = mustSee(kind, id, author, ifMatch);
    desk.erase(kind, id, etag, author);
    return Response.noContent().build();
  }

  /** Erases a record and what was drawn from it, of that kind, in one transaction. */
  public Response eraseWith(
      RecordKind<?> kind, UUID id, @Nullable String ifMatch, RecordKind<?> drawnFromIt) {
    Reader author = current.allowed(Role.PROTECTION_OFFICER);
    String etag = mustSee(kind, id, author, ifMatch);
    receipts.together(
        author,
        () -> {
          List<Served> drawn = drawn(drawnFromIt, id, author);
          while (!drawn.isEmpty()) {
            drawn.forEach(one -> desk.erase(drawnFromIt, one.id(), one.etag(), author));
            drawn = drawn(drawnFromIt, id, author);
          }
          return desk.erase(kind, id, etag, author);
        });
    return Response.noContent().build();
  }

  /** What is left of it that the author sees; as many at once as a page holds. */
  private List<Served> drawn(RecordKind<?> kind, UUID from, Reader author) {
    return receipts.aside(
        () -> reads.about(author, kind.name(), List.of(from), PageQuery.MAXIMUM_LIMIT));
  }

  /** Seen before asked for a precondition: a missing one must not tell that there is something. */
  private String mustSee(RecordKind<?> kind, UUID id, Reader reader, @Nullable String ifMatch) {
    Served served = reads.one(reader, kind.name(), id).orElseThrow(Refusal::notFound);
    ETags.requireCurrent(ifMatch, served.etag());
    return served.etag();
  }

  /** The answer to a write: the record as its author sees it, its validator and its position. */
  public Response.ResponseBuilder written(RecordKind<?> kind, Written written, Reader author) {
    Served served = reads.one(author, kind.name(), written.id()).orElseThrow(Refusal::notFound);
    return answer(Response.status(written.status()), served)
        .header("Toguna-Position", receipts.position(written));
  }

  private static Response.ResponseBuilder answer(Response.ResponseBuilder response, Served served) {
    return response
        .entity(served.json())
        .type(JSON)
        .header("ETag", served.etag())
        .header("Cache-Control", Caching.of(served.tlp()));
  }

  private RecordQuery.@Nullable After after(Reader reader, String canonical, PageQuery paging) {
    if (paging.cursor() == null) {
      return null;
    }
    List<String> key = cursors.open(reader, canonical, paging.cursor());
    return new RecordQuery.After(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
  }

  /** The stored JSON is passed on as it is: nothing is parsed to be written again. */
  private static byte[] body(ServedPage page) {
    List<Served> records = page.records();
    var bytes =
        new ByteArrayOutputStream(
            records.stream().mapToInt(one -> one.json().length + 1).sum() + 200);
    bytes.writeBytes("{\"items\":[".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < records.size(); i++) {
      if (i > 0) {
        bytes.write(',');
      }
      bytes.writeBytes(records.get(i).json());
    }
    String end =
        "]"
            + (page.next() == null ? "" : ",\"next\":\"" + page.next() + "\"")
            + (page.total() == null ? "" : ",\"total\":" + page.total())
            + (page.undatedLeftOut() == null
                ? ""
                : ",\"undatedLeftOut\":" + page.undatedLeftOut())
            + "}";
    bytes.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }
}
