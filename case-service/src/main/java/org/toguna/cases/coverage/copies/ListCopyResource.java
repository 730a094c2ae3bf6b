package org.toguna.cases.coverage.copies;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.http.Caching;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.RecordReads;

/** Copies of coverage lists over HTTP: decided about and fetched. */
@Path("/v1/list-copies")
@Tag(name = "Coverage", description = "Which places a dialogue claims to cover, and which not.")
@RunOnVirtualThread
public class ListCopyResource {
  private static final String CSV = "text/csv";
  private static final String TEXT = "text/plain";
  private final ListCopies copies;
  private final ListCopyKind kind;
  private final RecordEndpoint records;
  private final CurrentReader current;

  ListCopyResource(
      ListCopies copies, ListCopyKind kind, RecordEndpoint records, CurrentReader current) {
    this.copies = copies;
    this.kind = kind;
    this.records = records;
    this.current = current;
  }

  /** Copies that were asked for; {@code about} tells those of one list. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listListCopies", summary = "Copies of coverage lists")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListCopyPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One copy: who asked, and who decided. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readListCopy", summary = "One copy of a coverage list")
  @APIResponse(
      responseCode = "200",
      description = "The copy, without its names",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListCopyView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Its versions. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readListCopyHistory", summary = "The versions of a copy")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** Approves or refuses it; whoever asked for it may do neither. */
  @PUT
  @Path("/{id}/decision")
  @RolesAllowed({"reviewer", "protection-officer"})
  @Operation(operationId = "decideListCopy", summary = "Approve or refuse a copy")
  @APIResponse(
      responseCode = "200",
      description = "Decided",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ListCopyView.class)))
  public Response decide(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, CopyDecision decision) {
    return records.revise(
        kind, id, ifMatch, deciding(), (now, author) -> copies.decided(now, decision, author));
  }

  /** The names of an approved copy: text, or CSV that no spreadsheet runs. */
  @GET
  @Path("/{id}/names")
  @Produces({TEXT, CSV})
  @RolesAllowed({"reviewer", "protection-officer"})
  @Operation(operationId = "downloadListCopy", summary = "The names of an approved copy")
  @APIResponse(
      responseCode = "200",
      description = "One name a line",
      content = {
        @Content(mediaType = TEXT, schema = @Schema(maxLength = 500_000)),
        @Content(mediaType = CSV, schema = @Schema(maxLength = 500_000))
      })
  public Response names(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    List<String> names = copies.names(id, current.allowed(deciding()));
    boolean csv =
        headers.getAcceptableMediaTypes().stream()
            .filter(type -> type.getType().equals("text"))
            .findFirst()
            .filter(type -> type.getSubtype().equals("csv"))
            .isPresent();
    return Response.ok(csv ? NamesFile.csv(names) : NamesFile.text(names))
        .type((csv ? CSV : TEXT) + "; charset=UTF-8")
        .header("Cache-Control", Caching.of(Tlp.RED))
        // A file's name tells as much as the file: neither list nor unit stands in it.
        .header(
            "Content-Disposition", "attachment; filename=\"names." + (csv ? "csv" : "txt") + '"')
        .build();
  }

  /** Erases for good: only a protection officer of the owner may. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "eraseListCopy", summary = "Erase a copy for good")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return records.erase(kind, id, ifMatch);
  }

  /** Reviewers and protection officers alike; neither role implies the other. */
  private Role deciding() {
    return current.signedIn().may(Role.PROTECTION_OFFICER)
        ? Role.PROTECTION_OFFICER
        : Role.REVIEWER;
  }
}
