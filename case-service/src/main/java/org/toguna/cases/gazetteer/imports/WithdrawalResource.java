package org.toguna.cases.gazetteer.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.cases.gazetteer.Withdrawal;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;

/** Withdrawals of entries over HTTP, for administrators. */
@Path("/v1/gazetteer/withdrawals")
@Tag(name = "Gazetteer")
@RolesAllowed({"administrator", "operator"})
@Blocking
public class WithdrawalResource {
  private static final String ENTRY = "Id of a unit or place";

  private final Withdrawals withdrawals;
  private final CurrentReader current;

  WithdrawalResource(Withdrawals withdrawals, CurrentReader current) {
    this.withdrawals = withdrawals;
    this.current = current;
  }

  /**
   * Withdraws a unit or place from a day on, with the reason. It stays readable, and what refers to
   * it stays as it is; an import of it changes its words and not that it is withdrawn. The same
   * again changes nothing.
   */
  @PUT
  @Path("/{entry}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"administrator", "operator"})
  @Operation(operationId = "withdrawEntry", summary = "Withdraw a unit or place")
  @APIResponse(responseCode = "204", description = "It is withdrawn")
  public void withdraw(
      @PathParam("entry") @Parameter(description = ENTRY, schema = @Schema(maxLength = 80))
          String entry,
      @NotNull @Valid Withdrawal withdrawal) {
    withdrawals.set(entry, withdrawal, current.allowed(Role.READER).person());
  }

  /** Takes a withdrawal back; where there is none, nothing changes. */
  @DELETE
  @Path("/{entry}")
  @RolesAllowed({"administrator", "operator"})
  @Operation(operationId = "reinstateEntry", summary = "Take a withdrawal back")
  @APIResponse(responseCode = "204", description = "It stands")
  public void reinstate(
      @PathParam("entry") @Parameter(description = ENTRY, schema = @Schema(maxLength = 80))
          String entry) {
    withdrawals.set(entry, null, current.allowed(Role.READER).person());
  }
}
