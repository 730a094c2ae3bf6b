package org.toguna.cases.incidents.counts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.records.Units;

/** Counts of incidents over HTTP. */
@Path("/v1/incident-counts")
@Tag(name = "Incidents")
@RunOnVirtualThread
public class IncidentCountResource {
  private final IncidentCounts counts;
  private final IncidentCountsInDivision divisions;
  private final CurrentReader current;
  private final Units units;
  private final CodeLists codes;

  IncidentCountResource(
      IncidentCounts counts,
      IncidentCountsInDivision divisions,
      CurrentReader current,
      Units units,
      CodeLists codes) {
    this.counts = counts;
    this.divisions = divisions;
    this.current = current;
    this.units = units;
    this.codes = codes;
  }

  /**
   * How many incidents you may list, as you may see them: kept with every write, never counted from
   * records. An incident that may lie in several months is counted once, for all of them together.
   */
  @GET
  @RolesAllowed("reader")
  @Operation(
      operationId = "countIncidents",
      summary = "Incidents that you may list, counted by unit, month or type")
  public RestResponse<IncidentCount> count(@BeanParam CountFilters filters) {
    var reader = current.allowed(Role.READER);
    filters.division = divisions.other(filters.division);
    var question = filters.question(units, codes);
    return RestResponse.ResponseBuilder.ok(
            filters.division == null
                ? counts.counts(reader, question)
                : divisions.counts(reader, question, filters.division))
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
