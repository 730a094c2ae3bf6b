package org.toguna.actors.organisations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.Locations;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.records.Written;

/** Organisations over HTTP, by the short name that tokens carry. */
@Path("/v1/organisations")
@Tag(name = "Organisations", description = "Who takes part in the registry.")
@RunOnVirtualThread
public class OrganisationResource {
  private final CurrentReader current;
  private final RecordEndpoint records;
  private final OrganisationKind kind;
  private final OrganisationDesk desk;

  OrganisationResource(
      CurrentReader current, RecordEndpoint records, OrganisationKind kind, OrganisationDesk desk) {
    this.current = current;
    this.records = records;
    this.kind = kind;
    this.desk = desk;
  }

  /** All organisations, whatever their status. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listOrganisations", summary = "Who takes part in the registry")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganisationPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One organisation; why it is suspended only those learn who decide it. */
  @GET
  @Path("/{name}")
  @RolesAllowed("reader")
  @Operation(operationId = "readOrganisation", summary = "One organisation")
  @APIResponse(
      responseCode = "200",
      description = "In full or blurred",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganisationView.class)))
  public Response one(@PathParam("name") @Schema(maxLength = 63) String name) {
    return records.one(kind, desk.named(name, current.allowed(Role.READER)), null);
  }

  /** Lets an organisation take part. */
  @POST
  @RolesAllowed("operator")
  @Operation(operationId = "registerOrganisation", summary = "Register an organisation")
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganisationView.class)))
  public Response register(
      RegisterOrganisation command,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context UriInfo request) {
    Reader author = current.allowed(Role.OPERATOR);
    Written written = desk.register(command, idempotencyKey, author);
    return records
        .written(kind, written, author)
        .header(HttpHeaders.LOCATION, Locations.below(request, command.shortName()))
        .build();
  }

  /** From now on nothing of theirs is answered, in any service. */
  @PUT
  @Path("/{name}/suspension")
  @RolesAllowed("operator")
  @Operation(operationId = "suspendOrganisation", summary = "Suspend an organisation")
  @APIResponse(
      responseCode = "200",
      description = "Suspended",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganisationView.class)))
  public Response suspend(
      @PathParam("name") @Schema(maxLength = 63) String name,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeOfStanding change) {
    return move(name, Organisation.SUSPENDED, change.reason(), ifMatch);
  }

  /** Lets a suspended organisation back in. */
  @DELETE
  @Path("/{name}/suspension")
  @RolesAllowed("operator")
  @Operation(operationId = "readmitOrganisation", summary = "Lift a suspension")
  @APIResponse(
      responseCode = "200",
      description = "Active again",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganisationView.class)))
  public Response readmit(
      @PathParam("name") @Schema(maxLength = 63) String name,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return move(name, Organisation.ACTIVE, null, ifMatch);
  }

  /** Ends their part for good; their records stay under their rules. */
  @PUT
  @Path("/{name}/closure")
  @RolesAllowed("operator")
  @Operation(operationId = "closeOrganisation", summary = "Close an organisation for good")
  @APIResponse(
      responseCode = "200",
      description = "Closed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrganisationView.class)))
  public Response close(
      @PathParam("name") @Schema(maxLength = 63) String name,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ChangeOfStanding change) {
    return move(name, Organisation.CLOSED, change.reason(), ifMatch);
  }

  private Response move(
      String name, String status, @Nullable String reason, @Nullable String ifMatch) {
    Reader author = current.allowed(Role.OPERATOR);
    return records.written(kind, desk.move(name, status, reason, ifMatch, author), author).build();
  }
}
