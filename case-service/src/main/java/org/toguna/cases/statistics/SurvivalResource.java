package org.toguna.cases.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;

/** How long sieges and pacts last, over HTTP. */
@Path("/v1/statistics/survival")
@Tag(name = "Statistics")
@RunOnVirtualThread
public class SurvivalResource {
  private final Survival survival;
  private final CurrentReader current;

  SurvivalResource(Survival survival, CurrentReader current) {
    this.survival = survival;
    this.current = current;
  }

  /**
   * The estimator of Kaplan and Meier over what the filters leave of the crises, or agreements,
   * that you may list. What still runs is censored on the day on which it was last known to stand;
   * where dates are uncertain the answer is a band, in which the curve lies.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(
      operationId = "readSurvival",
      summary = "How long sieges or pacts last, with those that still run censored")
  public RestResponse<SurvivalAnswer> read(
      @Parameter(
              description =
                  "Sieges, or another type of crisis that the filter type names; or pacts, of any"
                      + " type of agreement",
              schema =
                  @Schema(
                      enumeration = {"siege", "pact"},
                      defaultValue = "siege"))
          @QueryParam("of")
          @DefaultValue("siege")
          String of,
      @BeanParam RecordFilters filters) {
    Reader reader = current.allowed(Role.READER);
    return Answers.of(
        switch (of) {
          case "siege" -> survival.ofSieges(reader, filters);
          case "pact" -> survival.ofPacts(reader, filters);
          default -> throw Asked.bad("of", "Ask for siege or pact.");
        });
  }
}
