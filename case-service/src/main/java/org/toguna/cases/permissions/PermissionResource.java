package org.toguna.cases.permissions;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Permissions over HTTP. */
@Path("/v1/permissions")
@Tag(name = "Permissions", description = "Leave from somebody who could have stopped the talks.")
@Called(one = "permission", many = "Permissions, latest first")
public class PermissionResource extends ListedRecordResource<Permission> {
  PermissionResource(RecordEndpoint records, PermissionKind kind) {
    super(records, kind);
  }
}
