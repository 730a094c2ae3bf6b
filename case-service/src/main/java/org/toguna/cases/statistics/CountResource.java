package org.toguna.cases.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.statistics.CountQuestion.Counted;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.records.Units;

/** Counts of cases, crises and terms over HTTP. */
@Path("/v1/statistics")
@Tag(name = "Statistics", description = "Over what you may list, and over nothing else.")
@RunOnVirtualThread
public class CountResource {
  private static final String UNIT = "P-code or id of a country, adm1 or adm2; the world without";
  private final KeptCounts counts;
  private final DivisionCounts divisions;
  private final CurrentReader current;
  private final Units units;
  private final CodeLists codes;

  CountResource(
      KeptCounts counts,
      DivisionCounts divisions,
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
   * How many cases you may list, as you may see them; kept with every write, never counted from
   * records.
   */
  @GET
  @Path("/cases")
  @RolesAllowed("reader")
  @Operation(
      operationId = "countCases",
      summary = "Cases that you may list, counted by unit, month, type or stage")
  public RestResponse<RecordCounts> cases(
      @Parameter(description = UNIT, schema = @Schema(maxLength = 80)) @QueryParam("unit")
          @Nullable String unit,
      @Parameter(description = "Code of the stage observed last", schema = @Schema(maxLength = 40))
          @QueryParam("stage")
          @Nullable String stage,
      @BeanParam CountFilters filters) {
    return answer(Counted.CASES, unit, stage, filters);
  }

  /** The same of crises; one that lies in several places stands in each of their units. */
  @GET
  @Path("/crises")
  @RolesAllowed("reader")
  @Operation(
      operationId = "countCrises",
      summary = "Crises that you may list, counted by unit, month, type or status")
  public RestResponse<RecordCounts> crises(
      @Parameter(description = UNIT, schema = @Schema(maxLength = 80)) @QueryParam("unit")
          @Nullable String unit,
      @Parameter(description = "Code of the list crisis_status", schema = @Schema(maxLength = 40))
          @QueryParam("status")
          @Nullable String status,
      @BeanParam CountFilters filters) {
    return answer(Counted.CRISES, unit, status, filters);
  }

  /** The same of terms, by issue and by the state that they came into last. */
  @GET
  @Path("/terms")
  @RolesAllowed("reader")
  @Operation(
      operationId = "countTerms",
      summary = "Terms that you may list, counted by issue, month or the state they are in")
  public RestResponse<RecordCounts> terms(
      @Parameter(
              description = "Code of the state that it came into last",
              schema = @Schema(maxLength = 40))
          @QueryParam("status")
          @Nullable String status,
      @BeanParam CountFilters filters) {
    return answer(Counted.TERMS, null, status, filters);
  }

  private RestResponse<RecordCounts> answer(
      Counted counted, @Nullable String unit, @Nullable String status, CountFilters filters) {
    var reader = current.allowed(Role.READER);
    filters.division = divisions.other(filters.division);
    var question = filters.question(counted, unit, status, units, codes);
    return Answers.of(
        filters.division == null
            ? counts.counts(reader, question)
            : divisions.counts(reader, question, filters.division));
  }
}
