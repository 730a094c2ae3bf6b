package org.toguna.ingest.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.evidence.CitationChecks;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.Evidence;
import org.toguna.kit.values.Flaw;

/** Citations over HTTP: asked by siblings with the token of whoever cites. */
@Path("/v1/citation-checks")
@Tag(name = "Citations", description = "Whether documents say what is cited.")
@RolesAllowed("contributor")
@RunOnVirtualThread
public class CitationCheckResource {
  private static final int MOST = 500;
  private final CurrentReader current;
  private final LocalEvidence evidence;

  CitationCheckResource(CurrentReader current, LocalEvidence evidence) {
    this.current = current;
    this.evidence = evidence;
  }

  /** Compares citations with the documents they name; writes nothing. */
  @POST
  @Operation(operationId = "checkCitations", summary = "Whether documents say what is cited")
  public CitationChecks.Answer check(CitationChecks.@Nullable Question question) {
    if (question == null) {
      throw new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.empty"));
    }
    if (question.citations().size() > MOST) {
      throw Refusal.invalid(
          Flaw.at(JsonPointer.compile("/citations"), "too-many", "At most 500 at once."));
    }
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < question.citations().size(); i++) {
      flaws.addAll(
          question.citations().get(i).flaws(JsonPointer.compile("/citations").appendIndex(i)));
    }
    if (!flaws.isEmpty()) {
      return new CitationChecks.Answer(flaws, List.of());
    }
    Evidence.Finding finding =
        evidence.check(
            question.citations(), question.suggestion(), current.allowed(Role.CONTRIBUTOR));
    return new CitationChecks.Answer(
        finding.flaws(),
        finding.audiences().entrySet().stream()
            .map(
                entry ->
                    new CitationChecks.Cited(
                        entry.getKey(), entry.getValue().full(), entry.getValue().seen()))
            .toList());
  }
}
