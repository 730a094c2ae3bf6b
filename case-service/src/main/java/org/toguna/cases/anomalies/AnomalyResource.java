package org.toguna.cases.anomalies;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.Nearest;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.FlaggedReadings;
import org.toguna.kit.records.RecordEnvelope;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.ReadingStatus;

/** The register of anomalies over HTTP. */
@Path("/v1/anomalies")
@Tag(
    name = "Anomalies",
    description = "Statements that compete or cannot be right, kept as stated until settled.")
@RunOnVirtualThread
public class AnomalyResource {
  private final CurrentReader current;
  private final FlaggedReadings flagged;
  private final RecordReads reads;
  private final RecordKinds kinds;
  private final RecordEndpoint records;
  private final RecordJson json;
  private final Cursors cursors;

  AnomalyResource(
      CurrentReader current,
      FlaggedReadings flagged,
      RecordReads reads,
      RecordKinds kinds,
      RecordEndpoint records,
      RecordJson json,
      Cursors cursors) {
    this.current = current;
    this.flagged = flagged;
    this.reads = reads;
    this.kinds = kinds;
    this.records = records;
    this.json = json;
    this.cursors = cursors;
  }

  /** Records of any kind, of those that you see in full. */
  @GET
  @RolesAllowed("reader")
  @Operation(
      operationId = "listAnomalies",
      summary = "Records with readings that compete or cannot be right")
  public RestResponse<Page<Anomaly>> list(
      @QueryParam("kind")
          @Parameter(description = "Kind of record", schema = @Schema(maxLength = 40))
          @Nullable String kind,
      @QueryParam("status") @Parameter(description = "Status of the reading")
          @Nullable ReadingStatus status,
      @QueryParam("settled")
          @Parameter(description = "Also those of fields of which another reading was accepted")
          boolean settled,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    Reader reader = current.allowed(Role.READER);
    mustKnow(kind);
    String canonical = "anomalies\n%s\n%s\n%s".formatted(kind, status, settled);
    Page<FlaggedReadings.Row> page =
        Page.cut(
            flagged.page(
                reader, kind, status, settled, after(reader, canonical, paging), paging.limit()),
            paging.limit(),
            last ->
                cursors.seal(
                    reader,
                    canonical,
                    List.of(last.sortDate().toString(), last.record().toString())),
            paging.total() ? flagged.total(reader, kind, status, settled) : null);
    Map<UUID, Served> seen =
        reads.all(reader, page.items().stream().map(FlaggedReadings.Row::record).toList());
    List<Anomaly> items =
        page.items().stream()
            .map(row -> seen.get(row.record()))
            .filter(java.util.Objects::nonNull)
            .map(served -> Anomaly.of(served, json.parse(served.json())))
            .toList();
    return Pages.answer(new Page<>(items, page.next(), page.total()), request);
  }

  /**
   * Says what became of a reading. If it is accepted the record follows it; no reading is lost, and
   * the reason is kept with the version.
   */
  @PUT
  @Path("/{id}/readings/{position}/resolution")
  @RolesAllowed("reviewer")
  @Operation(operationId = "resolveAnomaly", summary = "Say what became of a reading, and why")
  @APIResponse(
      responseCode = "200",
      description = "The record as it is now, with the fields of its kind",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecordEnvelope.class)))
  public Response resolve(
      @PathParam("id") UUID id,
      @PathParam("position")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      format = "int32",
                      minimum = "0",
                      maximum = "199"))
          int position,
      @HeaderParam("If-Match") String ifMatch,
      Resolution resolution) {
    Reader author = current.allowed(Role.REVIEWER);
    return records.revise(
        kindOf(id, author),
        id,
        ifMatch,
        Role.REVIEWER,
        resolution.reason(),
        (present, reviewer) -> resolution.of(present, position));
  }

  private void mustKnow(@Nullable String kind) {
    if (kind != null && kinds.named(kind).isEmpty()) {
      String detail =
          "There is no such kind of record here."
              + Nearest.to(kind, kinds.names()).map(" Did you mean \"%s\"?"::formatted).orElse("");
      throw new Refusal(
          ProblemType.BAD_PARAMETER,
          "Parameter kind: " + detail,
          List.of(new Flaw("kind", "unknown-code", detail)));
    }
  }

  private RecordKind<?> kindOf(UUID id, Reader reader) {
    Served seen = reads.all(reader, List.of(id)).get(id);
    if (seen == null) {
      throw Refusal.notFound();
    }
    return kinds
        .named(json.parse(seen.json()).path("kind").asText())
        .orElseThrow(Refusal::notFound);
  }

  private RecordQuery.@Nullable After after(Reader reader, String canonical, PageQuery paging) {
    if (paging.cursor() == null) {
      return null;
    }
    List<String> key = cursors.open(reader, canonical, paging.cursor());
    return new RecordQuery.After(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
  }
}
