package org.toguna.cases.gazetteer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.http.Caching;
import org.toguna.kit.http.ETags;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;

/** Places over HTTP: lists, and the candidates for a name. */
@Path("/v1/places")
@Tag(
    name = "Gazetteer",
    description = "Units and places of several providers, open to all readers.")
@RunOnVirtualThread
public class PlaceResource {
  private final Gazetteer gazetteer;
  private final CurrentReader current;

  PlaceResource(Gazetteer gazetteer, CurrentReader current) {
    this.gazetteer = gazetteer;
    this.current = current;
  }

  /**
   * Entries by id; with {@code q}, candidates for a name or P-code with the reason and a score,
   * never a guess: where several are as likely, {@code ambiguous} says so.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listPlaces", summary = "Places and units, or candidates for a name")
  @APIResponse(
      responseCode = "200",
      description = "One page, or the candidates",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GazetteerPage.class)))
  public Response list(
      @BeanParam PlaceFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    var reader = current.allowed(Role.READER);
    if (filters.q != null) {
      return answer(Response.ok(gazetteer.candidates(filters, paging)));
    }
    var page = gazetteer.page(reader, filters, paging);
    var link = Pages.answer(page, request).getHeaderString("Link");
    var body = new GazetteerPage(page.items(), null, null, page.next(), page.total());
    var response = Response.ok(body);
    return answer(link == null ? response : response.header("Link", link));
  }

  /** One entry with its path and all its names. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readPlace", summary = "One place or unit")
  @APIResponse(
      responseCode = "200",
      description = "The entry",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Entry.class)))
  public Response one(
      @PathParam("id") @Parameter(description = "Id or P-code", schema = @Schema(maxLength = 80))
          String id) {
    current.allowed(Role.READER);
    return of(gazetteer.one(id));
  }

  static Response of(Entry entry) {
    return answer(Response.ok(entry).header("ETag", ETags.of(entry.id(), entry.version())));
  }

  private static Response answer(Response.ResponseBuilder response) {
    return response.header("Cache-Control", Caching.of(Tlp.CLEAR)).build();
  }
}
