package org.toguna.cases.precedents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;

/** Precedents of situations that nobody has recorded, over HTTP. */
@Path("/v1/precedents")
@Tag(name = "Precedents", description = "The recorded cases nearest to one, and why.")
@RunOnVirtualThread
public class PrecedentResource {
  private final Precedents precedents;
  private final CurrentReader current;

  PrecedentResource(Precedents precedents, CurrentReader current) {
    this.precedents = precedents;
    this.current = current;
  }

  /**
   * Compared is what you may see, and what one of both does not tell is neither a match nor a
   * mismatch: {@code coverage} says which share of the weight could be compared at all. Nothing of
   * the request is kept.
   */
  @POST
  @RolesAllowed("reader")
  @Operation(
      operationId = "findPrecedents",
      summary = "The cases nearest to a situation that you describe, and why")
  public RestResponse<PrecedentList> find(
      DescribedSituation situation, @BeanParam PrecedentLimit limit) {
    return PrecedentList.answer(
        precedents.of(current.allowed(Role.READER), situation, limit.most()));
  }
}
