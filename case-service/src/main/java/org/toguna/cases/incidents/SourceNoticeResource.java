package org.toguna.cases.incidents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;

/** Corrections and retractions of sources over HTTP. */
@Path("/v1/source-notices")
@Tag(name = "Incidents")
@RunOnVirtualThread
public class SourceNoticeResource {
  private final SourceNotices notices;
  private final CurrentReader current;

  SourceNoticeResource(SourceNotices notices, CurrentReader current) {
    this.notices = notices;
    this.current = current;
  }

  /**
   * Flags what rests on the report among your organisation's incidents. Nothing is deleted; the
   * same notice again flags nothing twice.
   */
  @POST
  @RolesAllowed("reviewer")
  @Operation(
      operationId = "noticeSource",
      summary = "Flag what rests on a corrected or retracted report")
  public SourceNotices.Noticed notice(SourceNotice notice) {
    return notices.notice(notice, current.allowed(Role.REVIEWER));
  }
}
