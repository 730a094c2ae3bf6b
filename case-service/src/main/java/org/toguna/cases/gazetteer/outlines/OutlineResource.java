package org.toguna.cases.gazetteer.outlines;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.PlaceLookup;
import org.toguna.kit.http.Caching;
import org.toguna.kit.http.ETags;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Role;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Outlines of units over HTTP. */
@Path("/v1/outlines")
@Tag(name = "Gazetteer")
@RunOnVirtualThread
public class OutlineResource {
  private static final String GEO_JSON = "application/geo+json";
  private static final int WHOLE = 22;

  private final Outlines outlines;
  private final PlaceLookup lookup;
  private final CurrentReader current;

  OutlineResource(Outlines outlines, PlaceLookup lookup, CurrentReader current) {
    this.outlines = outlines;
    this.lookup = lookup;
    this.current = current;
  }

  /**
   * The outlines of one level within a unit; of the unit itself where no level is named. Up to zoom
   * 8 they are simplified as far as nobody sees it there.
   */
  @GET
  @Produces(GEO_JSON)
  @RolesAllowed("reader")
  @Operation(operationId = "listOutlines", summary = "Outlines of units, as GeoJSON")
  @APIResponse(
      responseCode = "200",
      description = "A feature collection; empty where no outline is known",
      content = @Content(mediaType = GEO_JSON, schema = @Schema(type = SchemaType.OBJECT)))
  public Response list(
      @QueryParam("unit")
          @Parameter(
              required = true,
              description = "Id or P-code of a unit",
              schema = @Schema(maxLength = 80, examples = "ML05"))
          @Nullable String unit,
      @QueryParam("level") @Parameter(description = "Level of the units within it")
          @Nullable PlaceLevel level,
      @QueryParam("zoom")
          @Parameter(
              description = "Zoom of a web map; without it, as fine as the provider gave them",
              schema = @Schema(minimum = "0", maximum = "22"))
          @Nullable Integer zoom) {
    current.allowed(Role.READER);
    if (unit == null) {
      throw bad("unit", "Name the unit by its id or P-code: unit=ML05.");
    }
    if (zoom != null && (zoom < 0 || zoom > WHOLE)) {
      throw bad("zoom", "From 0 to 22.");
    }
    var found = lookup.units(unit);
    if (found.size() != 1) {
      throw bad(
          "unit",
          found.isEmpty()
              ? "The gazetteer has no unit of this id or P-code."
              : "Several units have this P-code; name one by its id.");
    }
    var around = found.getFirst();
    var asked = level == null ? around.level() : level;
    if (asked.finerThan(PlaceLevel.adm3)) {
      throw bad("level", "Units have the levels country, adm1, adm2 and adm3.");
    }
    var collection =
        outlines.find(new Outlines.Asked(around.id(), asked, zoom == null ? WHOLE : zoom));
    return Response.ok(collection.body(), GEO_JSON)
        .header("ETag", ETags.of("outlines", around.id(), asked, zoom, collection.edition()))
        .header("Cache-Control", Caching.of(Tlp.CLEAR))
        .build();
  }

  private static Refusal bad(String parameter, String detail) {
    return new Refusal(ProblemType.BAD_PARAMETER, "Parameter %s: %s".formatted(parameter, detail));
  }
}
