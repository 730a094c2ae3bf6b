package org.toguna.cases.precedents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;

/** Precedents of a case that is recorded, over HTTP. */
@Path("/v1/cases/{id}/precedents")
@Tag(name = "Precedents")
@RunOnVirtualThread
public class CasePrecedentResource {
  private final Precedents precedents;
  private final CurrentReader current;

  CasePrecedentResource(Precedents precedents, CurrentReader current) {
    this.precedents = precedents;
    this.current = current;
  }

  /**
   * Compared is what you may see of both, and what one of both does not tell is neither a match nor
   * a mismatch: {@code coverage} says which share of the weight could be compared at all.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listCasePrecedents", summary = "The cases nearest to this one, and why")
  @APIResponse(
      responseCode = "200",
      description = "The nearest, best first",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PrecedentList.class)))
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
  public RestResponse<PrecedentList> list(
      @PathParam("id") UUID id, @BeanParam PrecedentLimit limit) {
    return PrecedentList.answer(precedents.of(current.allowed(Role.READER), id, limit.most()));
  }
}
