package org.toguna.kit.evidence;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Evidence;
import org.toguna.kit.values.Citation;

/**
 * Asks ingest-service, with the author's own token: whoever cites must see the document in full.
 */
@ApplicationScoped
@DefaultBean
class RemoteEvidence implements Evidence {
  private final IngestCitations ingest;
  private final JsonWebToken token;

  RemoteEvidence(@RestClient IngestCitations ingest, JsonWebToken token) {
    this.ingest = ingest;
    this.token = token;
  }

  @Override
  public Finding check(List<Citation> citations, @Nullable UUID accepted, Reader author) {
    try {
      CitationChecks.Answer answer =
          ingest.check(
              "Bearer " + token.getRawToken(), new CitationChecks.Question(citations, accepted));
      Map<UUID, Audience> audiences = new HashMap<>();
      answer
          .documents()
          .forEach(
              cited -> audiences.put(cited.document(), new Audience(cited.full(), cited.seen())));
      return new Finding(answer.flaws(), audiences);
    } catch (WebApplicationException | ProcessingException | ContextNotActiveException e) {
      throw new Refusal(
          ProblemType.SIBLING_UNAVAILABLE,
          "The documents cannot be asked whether they say what you cite. Nothing was written; try"
              + " again.");
    }
  }
}
