package org.toguna.cases.permissions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/** The permission ledger over HTTP. */
@Path("/v1/permission-ledger")
@Tag(name = "Permissions")
@RunOnVirtualThread
public class PermissionLedgerResource {
  private final RecordEndpoint records;
  private final RecordReads reads;
  private final CaseKind kind;
  private final PermissionLedger ledger;
  private final CurrentReader current;

  PermissionLedgerResource(
      RecordEndpoint records,
      RecordReads reads,
      CaseKind kind,
      PermissionLedger ledger,
      CurrentReader current) {
    this.records = records;
    this.reads = reads;
    this.kind = kind;
    this.ledger = ledger;
    this.current = current;
  }

  /** Cases that you may see, with who gave leave in them; the filters are those of cases. */
  @GET
  @RolesAllowed("reader")
  @Operation(
      operationId = "readPermissionLedger",
      summary = "Who gave leave in which case, asked before or after contact")
  public RestResponse<Page<LedgerEntry>> read(
      @Parameter(description = "One case; no other filter beside it") @QueryParam("case")
          @Nullable UUID dialogue,
      @BeanParam RecordFilters filters,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    Reader reader = current.allowed(Role.READER);
    if (dialogue != null) {
      if (!filters.canonical().isBlank()) {
        throw new Refusal(
            ProblemType.BAD_PARAMETER, "Parameter case: one case needs no other filter.");
      }
      List<Served> one = reads.one(reader, CaseKind.NAME, dialogue).stream().toList();
      return Pages.answer(
          new Page<>(ledger.entries(reader, one), null, paging.total() ? (long) one.size() : null),
          request);
    }
    RecordEndpoint.ServedPage page = records.page(kind, filters, paging);
    return Pages.answer(page.of(ledger.entries(reader, page.records())), request);
  }
}
