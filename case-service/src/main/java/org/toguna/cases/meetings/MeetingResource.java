package org.toguna.cases.meetings;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Meetings over HTTP. */
@Path("/v1/meetings")
@Tag(name = "Meetings", description = "Meetings in a case; those to come are their owner's alone.")
@Called(one = "meeting", many = "Meetings, latest first")
public class MeetingResource extends ListedRecordResource<Meeting> {
  MeetingResource(RecordEndpoint records, MeetingKind kind) {
    super(records, kind);
  }
}
