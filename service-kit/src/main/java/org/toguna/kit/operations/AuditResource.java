package org.toguna.kit.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.audit.AuditVerifier;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;

/** The proof that the audit trail is as it was written. */
@Path("/v1/audit/verification")
@Tag(name = "Operations")
@RolesAllowed({"protection-officer", "operator"})
@RunOnVirtualThread
public class AuditResource {
  private final AuditVerifier verifier;
  private final CurrentReader current;

  AuditResource(AuditVerifier verifier, CurrentReader current) {
    this.verifier = verifier;
    this.current = current;
  }

  /**
   * Checks every seal and every sealed entry; takes time in proportion to the trail. Protection
   * officers learn whether it is whole, operators also how long it is and what is wrong.
   */
  @GET
  @Operation(operationId = "verifyAudit", summary = "Verify the audit trail")
  public AuditVerifier.Verdict verify() {
    AuditVerifier.Verdict verdict = verifier.verify();
    return current.allowed(Role.READER).may(Role.OPERATOR) ? verdict : verdict.withoutNumbers();
  }
}
