package org.toguna.cases.links;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;

/** The genealogy of a case over HTTP. */
@Path("/v1/cases/{id}/genealogy")
@Tag(name = "Cases")
@RunOnVirtualThread
public class GenealogyResource {
  private final CurrentReader current;
  private final RecordReads reads;
  private final FamilyTree tree;

  GenealogyResource(CurrentReader current, RecordReads reads, FamilyTree tree) {
    this.current = current;
    this.reads = reads;
    this.tree = tree;
  }

  /** From which cases it came and which came from it, where you see both ends of a link. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "readGenealogy", summary = "Where a case came from, and what from it")
  public Genealogy read(@PathParam("id") UUID id) {
    Reader reader = current.allowed(Role.READER);
    return tree.of(reads.one(reader, CaseKind.NAME, id).orElseThrow(Refusal::notFound), reader);
  }
}
