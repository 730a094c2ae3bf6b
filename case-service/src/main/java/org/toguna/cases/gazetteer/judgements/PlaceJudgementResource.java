package org.toguna.cases.gazetteer.judgements;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.toguna.kit.endpoints.Called;
import org.toguna.kit.endpoints.ListedRecordResource;
import org.toguna.kit.endpoints.RecordEndpoint;

/** Judgements on places over HTTP. */
@Path("/v1/place-judgements")
@Tag(
    name = "Place judgements",
    description = "Whether two entries of the gazetteer are the same place, as somebody judged.")
@Called(one = "judgement on two places", many = "Judgements on places that you may see")
public class PlaceJudgementResource extends ListedRecordResource<PlaceJudgement> {
  PlaceJudgementResource(RecordEndpoint records, PlaceJudgementKind kind) {
    super(records, kind);
  }
}
