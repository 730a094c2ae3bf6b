package org.toguna.cases.terms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;

/** What each side of a case asked for, over HTTP. */
@Path("/v1/cases/{id}/asks")
@Tag(name = "Terms")
@RunOnVirtualThread
public class CaseAsksResource {
  private final CurrentReader current;
  private final RecordReads reads;
  private final AskedTerms asked;

  CaseAsksResource(CurrentReader current, RecordReads reads, AskedTerms asked) {
    this.current = current;
    this.reads = reads;
    this.asked = asked;
  }

  /** Every side, also those of which nobody says what they asked for. */
  @GET
  @RolesAllowed("reader")
  @ResponseStatus(200)
  @Operation(operationId = "readCaseAsks", summary = "What each side of a case asked for")
  public CaseAsks read(@PathParam("id") UUID id) {
    Reader reader = current.allowed(Role.READER);
    reads.one(reader, CaseKind.NAME, id).orElseThrow(Refusal::notFound);
    return CaseAsks.of(
        id,
        asked.all(reader, TermKind.NAME, id, CaseAsks.MOST + 1),
        asked.all(reader, AskKind.NAME, id, CaseAsks.MOST + 1));
  }
}
