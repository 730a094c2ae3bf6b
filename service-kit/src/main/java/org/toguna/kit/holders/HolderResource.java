package org.toguna.kit.holders;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.Refusal;

/** Who holds a record, of whatever kind. */
@Path("/v1/records/{id}/holders")
@Tag(name = "Holders", description = "Who has read a record, for whose it is.")
@RunOnVirtualThread
public class HolderResource {
  private final CurrentReader current;
  private final HolderReads holders;

  HolderResource(CurrentReader current, HolderReads holders) {
    this.current = current;
    this.holders = holders;
  }

  /**
   * The organisations that have read it, in which view, since when, when last: to be asked before
   * and after a marking becomes stricter. Only for those of its owner who get it in full.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listHolders", summary = "Which organisations hold a record")
  public HolderList of(@PathParam("id") UUID id) {
    return holders.of(current.allowed(Role.READER), id).orElseThrow(Refusal::notFound);
  }
}
