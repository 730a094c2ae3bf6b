package org.toguna.kit.operations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.audit.AuditVerifier;

/** The proof that the audit trail is as it was written. */
@Path("/v1/audit/verification")
@Tag(name = "Operations")
@RolesAllowed({"protection-officer", "administrator"})
@RunOnVirtualThread
public class AuditResource {
  private final AuditVerifier verifier;

  AuditResource(AuditVerifier verifier) {
    this.verifier = verifier;
  }

  /** Checks every seal and every sealed entry; takes time in proportion to the trail. */
  @GET
  @Operation(operationId = "verifyAudit", summary = "Verify the audit trail")
  public AuditVerifier.Verdict verify() {
    return verifier.verify();
  }
}
