package org.toguna.cases.gazetteer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;

/** Divisions of countries over HTTP. */
@Path("/v1/divisions")
@Tag(name = "Gazetteer")
@RunOnVirtualThread
public class DivisionResource {
  private final DivisionReadings readings;
  private final CurrentReader current;

  DivisionResource(DivisionReadings readings, CurrentReader current) {
    this.readings = readings;
    this.current = current;
  }

  /** The divisions of a country side by side. */
  @Schema(name = "Divisions")
  public record Divisions(@Schema(maxItems = 100) List<Division> items) {}

  /**
   * A division, with what was published of it and what the gazetteer holds of it.
   *
   * @param begins absent for the one whose units records carry
   */
  @Schema(name = "Division")
  public record Division(
      @Schema(description = "As filters name it", maxLength = 4) String division,
      @Schema(maxLength = 2) String country,
      @Nullable LocalDate begins,
      @Schema(maxLength = 500) String source,
      @Schema(description = "None of them corrects another", maxItems = 1000) List<Total> published,
      @Schema(maxItems = 10) List<Held> held) {}

  /** How many units of a level a source says that there are. */
  @Schema(name = "DivisionTotal")
  public record Total(
      @Schema(enumeration = {"region", "cercle", "arrondissement", "commune", "village"})
          String level,
      @Schema(minimum = "0", maximum = "2147483647") int number,
      LocalDate published,
      @Schema(maxLength = 500) String source) {}

  /** How many units of a level the gazetteer has. */
  @Schema(name = "DivisionHeld")
  public record Held(
      @Schema(enumeration = {"adm1", "adm2", "adm3"}) String level,
      @Schema(minimum = "0", maximum = "2147483647") int number) {}

  /**
   * The divisions that lists and statistics can be asked by. Published totals that disagree stand
   * side by side, each with its source.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listDivisions", summary = "Divisions, and what was published of them")
  public RestResponse<Divisions> list() {
    current.allowed(Role.READER);
    return RestResponse.ok(new Divisions(readings.all()));
  }
}
