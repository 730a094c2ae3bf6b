package org.toguna.cases.timeline;

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

/** The timeline of a case over HTTP. */
@Path("/v1/cases/{id}/timeline")
@Tag(name = "Cases")
@RunOnVirtualThread
public class TimelineResource {
  private final CurrentReader current;
  private final RecordReads reads;
  private final TimelineReader timelines;

  TimelineResource(CurrentReader current, RecordReads reads, TimelineReader timelines) {
    this.current = current;
    this.reads = reads;
    this.timelines = timelines;
  }

  /** Every dated field of what hangs on it and you may see, with bounds as they are. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "readTimeline", summary = "What is known of a case in time")
  public Timeline read(@PathParam("id") UUID id) {
    Reader reader = current.allowed(Role.READER);
    return timelines.of(
        reads.one(reader, CaseKind.NAME, id).orElseThrow(Refusal::notFound), reader);
  }
}
