package org.toguna.kit.evidence;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** ingest-service, as far as citations go. */
@RegisterRestClient(configKey = "ingest")
@Path("/ingest/v1/citation-checks")
interface IngestCitations {
  @POST
  CitationChecks.Answer check(
      @HeaderParam("Authorization") String bearer, CitationChecks.Question question);
}
