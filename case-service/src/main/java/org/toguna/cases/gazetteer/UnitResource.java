package org.toguna.cases.gazetteer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.Refusal;

/** Administrative units over HTTP, level by level. */
@Path("/v1/units")
@Tag(name = "Gazetteer")
@RunOnVirtualThread
public class UnitResource {
  private final Gazetteer gazetteer;
  private final CurrentReader current;

  UnitResource(Gazetteer gazetteer, CurrentReader current) {
    this.gazetteer = gazetteer;
    this.current = current;
  }

  /** The units directly under another, by name; countries where no parent is named. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listUnits", summary = "Units under a unit")
  public RestResponse<Page<Entry>> list(
      @QueryParam("parent")
          @Parameter(description = "Id or P-code", schema = @Schema(maxLength = 80))
          @Nullable String parent,
      @QueryParam("validOn")
          @Parameter(
              description = "Only units that stood on that day, as far as their provider says",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      format = "date",
                      maxLength = 10,
                      examples = "2022-06-01"))
          @Nullable String validOn,
      @QueryParam("division")
          @Parameter(
              description = "Only units of that division of the country",
              schema = @Schema(maxLength = 4, examples = "2023"))
          @Nullable String division,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    var reader = current.allowed(Role.READER);
    return Pages.answer(gazetteer.units(reader, parent, validOn, division, paging), request);
  }

  /** One unit; a P-code that editions gave to several units is not found: ask for candidates. */
  @GET
  @Path("/{pcode}")
  @RolesAllowed("reader")
  @Operation(operationId = "readUnit", summary = "One unit")
  @APIResponse(
      responseCode = "200",
      description = "The unit",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Entry.class)))
  public Response one(
      @PathParam("pcode") @Parameter(description = "Id or P-code", schema = @Schema(maxLength = 80))
          String pcode) {
    current.allowed(Role.READER);
    var entry = gazetteer.one(pcode);
    if (entry.level().finerThan(PlaceLevel.adm3)) {
      throw Refusal.notFound();
    }
    return PlaceResource.of(entry);
  }
}
