package org.toguna.cases.observations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.endpoints.FilterRules;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** The matrix of what was negotiated against what was practised, over HTTP. */
@Path("/v1/term-matrix")
@Tag(name = "Observations")
@RunOnVirtualThread
public class TermMatrixResource {
  private static final int MOST_CASES = 1_000;
  private static final int MOST_TERMS = 5_000;
  private static final int MOST_OBSERVATIONS = 20_000;
  private final CurrentReader current;
  private final RecordReads reads;
  private final RecordJson json;
  private final RecordKinds kinds;
  private final FilterRules rules;

  TermMatrixResource(
      CurrentReader current,
      RecordReads reads,
      RecordJson json,
      RecordKinds kinds,
      FilterRules rules) {
    this.current = current;
    this.reads = reads;
    this.json = json;
    this.kinds = kinds;
    this.rules = rules;
  }

  /** Counted over the cases that the filters leave, from nothing but what you may see. */
  @GET
  @RolesAllowed("reader")
  @ResponseStatus(200)
  @Operation(
      operationId = "readTermMatrix",
      summary = "What was negotiated against what was practised, over any cases that you see")
  public TermMatrix read(
      @QueryParam("case")
          @Parameter(
              description = "Id of a case; may be given again. The filters are those of cases.",
              schema =
                  @Schema(
                      type = SchemaType.ARRAY,
                      implementation = UUID.class,
                      maxItems = MOST_CASES))
          List<UUID> cases,
      @QueryParam("issue")
          @Parameter(description = "Code of the list term_issue", schema = @Schema(maxLength = 40))
          @Nullable String issue,
      @BeanParam RecordFilters filters) {
    Reader reader = current.allowed(Role.READER);
    rules.code("issue", "term_issue", issue);
    Set<UUID> among = cases(reader, cases, filters);
    List<ObjectNode> terms =
        about(reader, TermKind.NAME, among, MOST_TERMS).stream()
            .filter(term -> issue == null || issue.equals(term.path("issue").asText()))
            .toList();
    Set<UUID> termIds = new LinkedHashSet<>();
    terms.forEach(term -> termIds.add(UUID.fromString(term.path("id").asText())));
    return new TermMatrix(
        among.size(),
        terms.size(),
        MatrixRows.of(terms, about(reader, ObservationKind.NAME, termIds, MOST_OBSERVATIONS)),
        undatedLeftOut(reader, filters));
  }

  private Set<UUID> cases(Reader reader, List<UUID> named, RecordFilters filters) {
    if (named.isEmpty()) {
      RecordReads.Rows rows =
          reads.list(reader, filters.query(CaseKind.NAME, rules, null, MOST_CASES));
      if (rows.next() != null) {
        throw tooMany();
      }
      return ids(rows.records());
    }
    Set<UUID> seen =
        ids(
            reads.all(reader, Set.copyOf(named)).values().stream()
                .filter(
                    record -> json.parse(record.json()).path("kind").asText().equals(CaseKind.NAME))
                .toList());
    return filters.canonical().isBlank() ? seen : filtered(reader, seen, filters);
  }

  /** Those of the records that are cases and that the filters of cases leave. */
  private Set<UUID> filtered(Reader reader, Set<UUID> seen, RecordFilters filters) {
    Set<UUID> left = new LinkedHashSet<>();
    RecordQuery.@Nullable After after = null;
    do {
      RecordReads.Rows rows =
          reads.list(reader, filters.query(CaseKind.NAME, rules, after, MOST_CASES));
      left.addAll(ids(rows.records()));
      after = rows.next();
    } while (after != null);
    left.retainAll(seen);
    return left;
  }

  private static Set<UUID> ids(List<Served> records) {
    Set<UUID> ids = new LinkedHashSet<>();
    records.forEach(record -> ids.add(record.id()));
    return ids;
  }

  private List<ObjectNode> about(Reader reader, String kind, Set<UUID> ids, int most) {
    List<Served> records = reads.about(reader, kind, ids, most + 1);
    if (records.size() > most) {
      throw tooMany();
    }
    return records.stream().map(served -> kinds.reckoned(json.parse(served.json()))).toList();
  }

  /** Null where no period is asked for. */
  private @Nullable Boolean undatedLeftOut(Reader reader, RecordFilters filters) {
    RecordQuery cases = filters.query(CaseKind.NAME, rules, null, MOST_CASES);
    return cases.leavesUndatedOut() ? reads.leavesUndatedOut(reader, cases) : null;
  }

  /** A matrix is never of a part that somebody takes for the whole. */
  private static Refusal tooMany() {
    return new Refusal(
        ProblemType.BAD_PARAMETER,
        "More cases or terms than one matrix counts: narrow it with case, place, from, to, type"
            + " or issue.");
  }
}
