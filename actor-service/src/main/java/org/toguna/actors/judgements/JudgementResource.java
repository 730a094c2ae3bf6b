package org.toguna.actors.judgements;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Judgements over HTTP. */
@Path("/v1/judgements")
@Tag(name = "Judgements", description = "Whether two actors are the same, as somebody judged.")
@Called(one = "judgement", many = "Judgements that you may see")
public class JudgementResource extends ListedRecordResource<Judgement> {
  JudgementResource(RecordEndpoint records, JudgementKind kind) {
    super(records, kind);
  }
}
