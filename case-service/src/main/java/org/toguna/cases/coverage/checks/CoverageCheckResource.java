package org.toguna.cases.coverage.checks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.Locations;
import org.toguna.kit.endpoints.Receipts;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.http.Caching;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.Desk;
import org.toguna.kit.records.RecordDesk;
import org.toguna.kit.records.Written;

/** Coverage checks over HTTP. */
@Path("/v1/coverage-checks")
@Tag(name = "Coverage", description = "Which places a dialogue claims to cover, and which not.")
@RunOnVirtualThread
public class CoverageCheckResource {
  private final CoverageChecks checks;
  private final CoverageCheckKind kind;
  private final RecordEndpoint records;
  private final RecordDesk desk;
  private final Desk transaction;
  private final Receipts receipts;
  private final CurrentReader current;

  CoverageCheckResource(
      CoverageChecks checks,
      CoverageCheckKind kind,
      RecordEndpoint records,
      RecordDesk desk,
      Desk transaction,
      Receipts receipts,
      CurrentReader current) {
    this.checks = checks;
    this.kind = kind;
    this.records = records;
    this.desk = desk;
    this.transaction = transaction;
    this.receipts = receipts;
    this.current = current;
  }

  /**
   * Checks a list before it is sent. Nothing is kept but that somebody checked something, unless
   * {@code keep} says so; then a reviewer records the result as RED, for the persons named.
   */
  @POST
  @RolesAllowed("contributor")
  @Operation(
      operationId = "checkCoverage",
      summary = "Hold a list, or names, against the gazetteer of the unit they are to cover")
  @APIResponse(
      responseCode = "200",
      description = "What is missing, doubtful or foreign; not kept",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageCheck.class)))
  @APIResponse(
      responseCode = "201",
      description = "The same, kept",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageCheckView.class)))
  public Response check(
      CheckRequest asked,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo request) {
    return asked.isToBeKept()
        ? kept(asked, current.allowed(Role.REVIEWER), idempotencyKey, request)
        : Response.ok(checks.check(asked, current.allowed(Role.CONTRIBUTOR)))
            .header("Cache-Control", Caching.of(Tlp.RED))
            .build();
  }

  /** The same request again answers for the same check, whatever the gazetteer says by then. */
  private Response kept(
      CheckRequest asked, Reader author, @Nullable String idempotencyKey, UriInfo request) {
    Written written =
        receipts.once(
            author,
            idempotencyKey,
            "record " + kind.name(),
            asked,
            () -> {
              var found = transaction.aside(() -> checks.check(asked, author));
              return desk.record(kind, desk.check(kind, found, author), author);
            });
    return records
        .written(kind, written, author)
        .header(HttpHeaders.LOCATION, Locations.below(request, written.id().toString()))
        .build();
  }

  /** Checks that were kept for you. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listCoverageChecks", summary = "Checks that were kept for you")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageCheckPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One check that was kept for you. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readCoverageCheck", summary = "One check that was kept for you")
  @APIResponse(
      responseCode = "200",
      description = "The check",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CoverageCheckView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Erases for good: only a protection officer of the owner for whom it was kept may. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("protection-officer")
  @Operation(operationId = "eraseCoverageCheck", summary = "Erase a kept check for good")
  @APIResponse(responseCode = "204", description = "Erased")
  public Response erase(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return records.erase(kind, id, ifMatch);
  }
}
