package org.toguna.ingest.documents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Locations;
import org.toguna.kit.endpoints.Receipts;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;
import org.toguna.kit.records.Written;

/** Documents over HTTP. */
@Path("/v1/documents")
@Tag(name = "Documents", description = "Reports as they were posted, and what was read in them.")
@RunOnVirtualThread
public class DocumentResource {
  private static final String JSON = MediaType.APPLICATION_JSON;
  private final RecordEndpoint records;
  private final DocumentKind kind;
  private final Intake intake;
  private final Receipts receipts;
  private final RecordReads reads;
  private final CurrentReader current;

  DocumentResource(
      RecordEndpoint records,
      DocumentKind kind,
      Intake intake,
      Receipts receipts,
      RecordReads reads,
      CurrentReader current) {
    this.records = records;
    this.kind = kind;
    this.intake = intake;
    this.receipts = receipts;
    this.reads = reads;
    this.current = current;
  }

  /** Documents that you may see, latest first. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listDocuments", summary = "Documents, latest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DocumentPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** Takes a report in; the same bytes again answer 200 with the document they made. */
  @POST
  @Consumes({"text/plain", "text/html", "application/json"})
  @Produces(JSON)
  @RolesAllowed("contributor")
  @Operation(operationId = "postDocument", summary = "Post a report")
  @APIResponse(
      responseCode = "201",
      description = "Taken in",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DocumentView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Known: these bytes were posted before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DocumentView.class)))
  public Response post(
      @RequestBody(
              description = "Text, HTML, or JSON with text or html and what is known of the report",
              content = {
                @Content(
                    mediaType = "text/plain",
                    schema = @Schema(implementation = String.class, maxLength = 10485760)),
                @Content(
                    mediaType = "text/html",
                    schema = @Schema(implementation = String.class, maxLength = 10485760)),
                @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = ReportSchema.class))
              })
          byte[] original,
      @HeaderParam("Content-Type") String mediaType,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @BeanParam MarkingParameters marking,
      @Context UriInfo request) {
    Reader author = current.allowed(Role.CONTRIBUTOR);
    if (mediaType == null || mediaType.isBlank()) {
      throw ReportFlaws.notTaken(mediaType);
    }
    var report =
        new PostedReport(original == null ? new byte[0] : original, mediaType, marking.marking());
    ReadReport read = intake.known(report, author).isPresent() ? null : intake.read(report, author);
    Written written =
        receipts.once(
            author,
            idempotencyKey,
            "post document",
            Map.of("bytes", report.original(), "as", mediaType),
            () ->
                intake
                    .known(report, author)
                    .map(known -> new Written(known.id(), known.version(), 200, true))
                    .orElseGet(
                        () ->
                            intake.take(
                                report,
                                read == null ? intake.read(report, author) : read,
                                author)));
    return records
        .written(kind, written, author)
        .header(HttpHeaders.LOCATION, Locations.below(request, written.id().toString()))
        .build();
  }

  /** Says what is taken to whoever posts anything else. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(JSON)
  @RolesAllowed("contributor")
  @Operation(hidden = true)
  public Response refuse(@HeaderParam("Content-Type") String mediaType) {
    throw ReportFlaws.notTaken(mediaType);
  }

  /** One document, without its text. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readDocument", summary = "One document")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DocumentView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /**
   * The canonical text with its mentions and repetitions, for those who get the document in full.
   */
  @GET
  @Path("/{id}/reading")
  @RolesAllowed("reader")
  @Produces(JSON)
  @Operation(operationId = "readDocumentText", summary = "The text, and what was read in it")
  @APIResponse(
      responseCode = "200",
      description = "The text",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TextReading.class)))
  public Response reading(@PathParam("id") UUID id) {
    return Response.ok(attachment(id, Intake.READ), JSON).build();
  }

  /** The bytes as they were posted, for those who get the document in full. */
  @GET
  @Path("/{id}/original")
  @RolesAllowed("reader")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(operationId = "readOriginal", summary = "The bytes as they were posted")
  @APIResponse(
      responseCode = "200",
      description = "The bytes",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(format = "binary", maxLength = 20971520)))
  public Response original(@PathParam("id") UUID id) {
    return Response.ok(attachment(id, Intake.ORIGINAL), MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"" + id + "\"")
        .build();
  }

  /** Its versions. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readDocumentHistory", summary = "The versions of a document")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** Erases original, text and everything drafted from them, for good. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "eraseDocument", summary = "Erase a document for good")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return intake.erase(id, ifMatch, records);
  }

  private byte[] attachment(UUID id, String name) {
    Reader reader = current.allowed(Role.READER);
    Served seen = reads.one(reader, DocumentKind.NAME, id).orElseThrow(Refusal::notFound);
    return reads
        .attachment(reader, DocumentKind.NAME, seen.id(), name)
        .orElseThrow(Refusal::notFound);
  }
}
