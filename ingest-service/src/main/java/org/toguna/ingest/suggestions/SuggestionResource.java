package org.toguna.ingest.suggestions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;

/** Suggestions over HTTP; accepting one is recording its target, which names it. */
@Path("/v1/suggestions")
@Tag(name = "Suggestions", description = "What was drafted or proposed, and what became of it.")
@RunOnVirtualThread
public class SuggestionResource {
  private final RecordEndpoint records;
  private final SuggestionKind kind;
  private final Rejections rejections;

  SuggestionResource(RecordEndpoint records, SuggestionKind kind, Rejections rejections) {
    this.records = records;
    this.kind = kind;
    this.rejections = rejections;
  }

  /** Suggestions that you may see; {@code about} takes the id of a document. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listSuggestions", summary = "Suggestions")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SuggestionPage.class)))
  public Response list(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    return records.list(kind, filters, paging, request);
  }

  /** One suggestion. */
  @GET
  @Path("/{id}")
  @RolesAllowed("reader")
  @Operation(operationId = "readSuggestion", summary = "One suggestion")
  @APIResponse(
      responseCode = "200",
      description = "The suggestion",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SuggestionView.class)))
  public Response one(@PathParam("id") UUID id, @QueryParam("asOf") String asOf) {
    return records.one(kind, id, asOf);
  }

  /** Its versions. */
  @GET
  @Path("/{id}/history")
  @RolesAllowed("reader")
  @Operation(operationId = "readSuggestionHistory", summary = "The versions of a suggestion")
  public List<RecordReads.Version> history(@PathParam("id") UUID id) {
    return records.history(kind, id);
  }

  /** Proposes a record by hand; it goes the way of the drafted ones. */
  @POST
  @RolesAllowed("contributor")
  @Operation(operationId = "proposeSuggestion", summary = "Propose a record by hand")
  @APIResponse(
      responseCode = "201",
      description = "Proposed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SuggestionView.class)))
  public Response propose(
      SuggestedRecord suggestion,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo request) {
    return records.post(kind, said(suggestion).posted(), idempotencyKey, Role.CONTRIBUTOR, request);
  }

  /** Rejects a suggestion, with the reason; it stays readable. */
  @PUT
  @Path("/{id}/rejection")
  @RolesAllowed("reviewer")
  @Operation(operationId = "rejectSuggestion", summary = "Reject a suggestion")
  @APIResponse(
      responseCode = "200",
      description = "Rejected",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SuggestionView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      Rejections.Rejection rejection) {
    return records.revise(
        kind,
        id,
        ifMatch,
        Role.REVIEWER,
        (now, author) -> rejections.rejected(now, said(rejection), author));
  }

  /** What came in the body; an empty one, and the word null, say nothing. */
  private static <T> T said(@Nullable T body) {
    if (body == null) {
      throw new Refusal(ProblemType.MALFORMED_JSON, Phrase.of("malformed-json.detail.empty"));
    }
    return body;
  }
}
