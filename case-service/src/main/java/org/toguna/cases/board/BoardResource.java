package org.toguna.cases.board;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.cases.crises.CrisisKind;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;

/** The board over HTTP. */
@Path("/v1/board")
@Tag(name = "Board", description = "Which places are cut off now, and who talks to whom about it.")
@RunOnVirtualThread
public class BoardResource {
  private final RecordEndpoint records;
  private final CrisisKind kind;
  private final Board board;
  private final CurrentReader reader;

  BoardResource(RecordEndpoint records, CrisisKind kind, Board board, CurrentReader reader) {
    this.records = records;
    this.kind = kind;
    this.board = board;
    this.reader = reader;
  }

  /** Crises with the age of their last confirmation; {@code status=open} is what is cut off now. */
  @GET
  @RolesAllowed("reader")
  @Operation(
      operationId = "readBoard",
      summary = "Crises, their freshness, and the dialogue about them")
  public RestResponse<Page<BoardEntry>> read(
      @BeanParam RecordFilters filters, @BeanParam PageQuery paging, @Context UriInfo request) {
    RecordEndpoint.ServedPage page = records.page(kind, filters, paging);
    return Pages.answer(page.of(board.entries(reader.get(), page.records())), request);
  }
}
