package org.toguna.actors.caseload;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.actors.registry.ActorKind;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;

/** The caseload of one actor over HTTP. */
@Path("/v1/actors/{id}/cases")
@Tag(name = "Caseload", description = "Cases and crises that an actor takes part in.")
@RunOnVirtualThread
public class CaseloadResource {
  private final CurrentReader current;
  private final RecordReads reads;
  private final Caseload caseload;
  private final Cursors cursors;

  CaseloadResource(CurrentReader current, RecordReads reads, Caseload caseload, Cursors cursors) {
    this.current = current;
    this.reads = reads;
    this.caseload = caseload;
    this.cursors = cursors;
  }

  /** Cases and crises that name the actor, as far as you may see them. */
  @GET
  @RolesAllowed("reader")
  @Operation(operationId = "listActorCases", summary = "Cases and crises of an actor")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CaseloadPage.class)))
  public RestResponse<Page<CaseloadItem>> list(
      @PathParam("id") UUID id, @BeanParam PageQuery paging, @Context UriInfo request) {
    Reader reader = current.allowed(Role.READER);
    reads.one(reader, ActorKind.NAME, id).orElseThrow(Refusal::notFound);
    String canonical = "cases of " + id;
    List<CaseloadItem> items =
        caseload.of(id, reader, after(reader, canonical, paging), paging.limit() + 1);
    return Pages.answer(
        Page.cut(
            items,
            paging.limit(),
            last ->
                cursors.seal(
                    reader, canonical, List.of("cases." + last.kind(), last.id().toString())),
            paging.total() ? caseload.total(id, reader) : null),
        request);
  }

  private Caseload.After after(Reader reader, String canonical, PageQuery paging) {
    if (paging.cursor() == null) {
      return Caseload.After.NOTHING;
    }
    List<String> key = cursors.open(reader, canonical, paging.cursor());
    return new Caseload.After(key.get(0), key.get(1));
  }
}
