package org.toguna.cases.statements;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Statements over HTTP. */
@Path("/v1/statements")
@Tag(
    name = "Statements",
    description = "Stances, claims and numbers of no single case, as their sources put them.")
@Called(one = "statement", many = "Statements, latest first")
public class StatementResource extends ListedRecordResource<Statement> {
  StatementResource(RecordEndpoint records, StatementKind kind) {
    super(records, kind);
  }
}
