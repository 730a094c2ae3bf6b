package org.toguna.cases.incidents.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.CsvText;
import org.toguna.kit.endpoints.Receipts;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Written;

/** Imports of incidents over HTTP: each is a job, and its organisation's alone. */
@Path("/v1/incident-imports")
@Tag(name = "Incident imports", description = "Files of UCDP GED, taken in as jobs.")
@Blocking
public class IncidentImportResource {
  private final ImportJobs jobs;
  private final ImportReports reports;
  private final ImportWorker worker;
  private final CurrentReader current;
  private final Receipts receipts;
  private final Cursors cursors;

  IncidentImportResource(
      ImportJobs jobs,
      ImportReports reports,
      ImportWorker worker,
      CurrentReader current,
      Receipts receipts,
      Cursors cursors) {
    this.jobs = jobs;
    this.reports = reports;
    this.worker = worker;
    this.current = current;
    this.receipts = receipts;
    this.cursors = cursors;
  }

  /**
   * Keeps a file of UCDP GED and takes its rows in, whatever happens to the service meanwhile. The
   * same rows again change nothing; what contradicts itself is kept as stated and flagged.
   */
  @POST
  @Consumes("text/csv")
  @RolesAllowed("reviewer")
  @Operation(operationId = "importIncidents", summary = "Import incidents from UCDP GED")
  @APIResponse(
      responseCode = "202",
      description = "The job; watch it at the address in Location",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportJob.class)))
  public Response post(
      @BeanParam ImportOrder order,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = SchemaType.STRING, maxLength = 10_485_760)))
          byte[] body) {
    Reader author = current.allowed(Role.REVIEWER);
    byte[] file = CsvText.utf8(body, headers.getMediaType().getParameters().get("charset"));
    Marking marking = order.marking(author);
    var asked =
        Map.of(
            "marking",
            marking,
            "edition",
            Objects.requireNonNullElse(order.edition(), ""),
            "dryRun",
            order.isDryRun(),
            "file",
            sha256(file));
    Written written =
        receipts.once(
            author,
            idempotencyKey,
            "import incidents",
            asked,
            () -> jobs.post(file, marking, order, author));
    Response accepted =
        Response.accepted(reports.one(author, written.id()))
            .header("Location", "/cases/v1/incident-imports/" + written.id())
            .header("Cache-Control", "private, no-store")
            .build();
    worker.wake();
    return accepted;
  }

  /** Your organisation's imports, latest first. */
  @GET
  @RolesAllowed("reviewer")
  @Operation(operationId = "listIncidentImports", summary = "Imports, latest first")
  public RestResponse<Page<ImportJob>> list(@BeanParam PageQuery paging, @Context UriInfo request) {
    Reader reader = current.allowed(Role.REVIEWER);
    String filters = "incident-imports";
    List<String> after =
        paging.cursor() == null ? null : cursors.open(reader, filters, paging.cursor());
    List<ImportJob> found =
        reports.latest(
            reader,
            after == null ? null : Instant.parse(after.get(0)),
            after == null ? null : UUID.fromString(after.get(1)),
            paging.limit() + 1);
    return Pages.answer(
        Page.cut(
            found,
            paging.limit(),
            last ->
                cursors.seal(
                    reader, filters, List.of(last.postedAt().toString(), last.id().toString())),
            paging.total() ? reports.count(reader) : null),
        request);
  }

  /** How far it came, what became of its rows so far, and how long it still takes. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reviewer")
  @Operation(operationId = "readIncidentImport", summary = "One import and how far it came")
  public RestResponse<ImportJob> one(@PathParam("id") UUID id) {
    return answer(200, current.allowed(Role.REVIEWER), id);
  }

  /** What became of each row, in the order of the file. */
  @GET
  @Path("/{id}/rows")
  @RolesAllowed("reviewer")
  @Operation(operationId = "listIncidentImportRows", summary = "What became of each row")
  public RestResponse<Page<RowOutcome>> rows(
      @PathParam("id") UUID id,
      @QueryParam("outcome")
          @Parameter(
              schema =
                  @Schema(
                      enumeration = {
                        "created",
                        "unchanged",
                        "revised",
                        "rejected",
                        "undone",
                        "kept"
                      }))
          @Nullable String outcome,
      @QueryParam("flagged") @Parameter(description = "Only rows with a flag")
          @Nullable Boolean flagged,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    Reader reader = current.allowed(Role.REVIEWER);
    reports.one(reader, id);
    boolean onlyFlagged = Boolean.TRUE.equals(flagged);
    String filters = "incident-import-rows\n" + id + "\n" + outcome + "\n" + onlyFlagged;
    int after =
        paging.cursor() == null
            ? 0
            : Integer.parseInt(cursors.open(reader, filters, paging.cursor()).getFirst());
    return Pages.answer(
        Page.cut(
            reports.rows(reader, id, known(outcome), onlyFlagged, after, paging.limit() + 1),
            paging.limit(),
            last -> cursors.seal(reader, filters, List.of(Integer.toString(last.line()))),
            paging.total() ? reports.count(reader, id, known(outcome), onlyFlagged) : null),
        request);
  }

  /** Stops after the batch at hand. What was taken in stays, and can be undone. */
  @PUT
  @Path("/{id}/cancellation")
  @RolesAllowed("reviewer")
  @Operation(operationId = "cancelIncidentImport", summary = "Cancel an import")
  @APIResponse(
      responseCode = "200",
      description = "It stands still",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportJob.class)))
  public RestResponse<ImportJob> cancel(@PathParam("id") UUID id) {
    Reader author = current.allowed(Role.REVIEWER);
    jobs.cancel(author, id);
    return answer(200, author, id);
  }

  /** Takes the failed rows once more, and only those: after a unit was added, for instance. */
  @PUT
  @Path("/{id}/retry")
  @RolesAllowed("reviewer")
  @Operation(operationId = "retryIncidentImport", summary = "Retry the failed rows of an import")
  @APIResponse(
      responseCode = "202",
      description = "It goes on",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportJob.class)))
  public RestResponse<ImportJob> retry(@PathParam("id") UUID id) {
    Reader author = current.allowed(Role.REVIEWER);
    jobs.retry(author, id);
    worker.wake();
    return answer(202, author, id);
  }

  /**
   * Erases what it recorded and reverts what it revised, with a version that says so. What somebody
   * changed since is kept, and its rows say so.
   */
  @PUT
  @Path("/{id}/undo")
  @RolesAllowed("reviewer")
  @Operation(operationId = "undoIncidentImport", summary = "Undo an import that has ended")
  @APIResponse(
      responseCode = "202",
      description = "It is being undone",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportJob.class)))
  public RestResponse<ImportJob> undo(@PathParam("id") UUID id) {
    Reader author = current.allowed(Role.REVIEWER);
    jobs.undo(author, id);
    worker.wake();
    return answer(202, author, id);
  }

  private RestResponse<ImportJob> answer(int status, Reader reader, UUID id) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.fromStatusCode(status), reports.one(reader, id))
        .header("Cache-Control", "private, no-store")
        .build();
  }

  private static @Nullable String known(@Nullable String outcome) {
    try {
      return outcome == null ? null : RowOutcome.Kind.of(outcome).word();
    } catch (IllegalArgumentException e) {
      throw bad("outcome", "created, unchanged, revised, rejected, undone or kept.");
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Refusal bad(String name, String detail) {
    return new Refusal(ProblemType.BAD_PARAMETER, "Parameter " + name + ": " + detail);
  }
}
