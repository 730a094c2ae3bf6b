package org.toguna.cases.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.observations.ObservationKind;
import org.toguna.cases.observations.TermPractice;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Page;

/** Statistics that are made of the reader's own views at each question, over HTTP. */
@Path("/v1/statistics")
@Tag(name = "Statistics")
@RunOnVirtualThread
public class LiveResource {
  private final ReadersViews views;
  private final DaysToContact days;
  private final FreshnessByPlace freshness;
  private final CurrentReader current;

  LiveResource(
      ReadersViews views, DaysToContact days, FreshnessByPlace freshness, CurrentReader current) {
    this.views = views;
    this.days = days;
    this.freshness = freshness;
    this.current = current;
  }

  /** What was negotiated of an issue and what was practised. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Practice(
      @Schema(minimum = "0", maximum = "50000") int terms,
      @Schema(maxItems = 100) List<TermPractice> items,
      @Schema(description = Page.UNDATED_LEFT_OUT) @Nullable Boolean undatedLeftOut) {}

  /**
   * How many terms were demanded, offered, agreed, refused or imposed on the way, and on which
   * level each was last seen practised. The filters are those of terms.
   */
  @GET
  @Path("/term-practice")
  @RolesAllowed("reader")
  @Operation(
      operationId = "readTermPractice",
      summary = "Terms that you may list: demanded, agreed and practised, by issue")
  public RestResponse<Practice> practice(@BeanParam RecordFilters filters) {
    Reader reader = current.allowed(Role.READER);
    Map<String, TermPractice> byIssue = new TreeMap<>();
    views
        .all(reader, TermKind.NAME, null, filters, terms -> practised(reader, terms))
        .forEach(some -> byIssue.merge(some.issue(), some, TermPractice::plus));
    return Answers.of(
        new Practice(
            byIssue.values().stream().mapToInt(TermPractice::terms).sum(),
            List.copyOf(byIssue.values()),
            views.undatedLeftOut(reader, TermKind.NAME, null, null, filters)));
  }

  private Stream<TermPractice> practised(Reader reader, List<ObjectNode> terms) {
    Map<UUID, List<ObjectNode>> observations =
        views.about(
            reader, ObservationKind.NAME, "term", terms.stream().map(ReadersViews::id).toList());
    return TermPractice.of(terms, observations.values().stream().flatMap(List::stream).toList())
        .stream();
  }

  /**
   * From the trigger of a case, or its crisis, to the first contact that was made, as far as you
   * may see them. The filters are those of cases; what cannot be told is left out, and counted.
   */
  @GET
  @Path("/days-to-contact")
  @RolesAllowed("reader")
  @Operation(
      operationId = "readDaysToContact",
      summary = "How many days it took to reach the other side, in cases that you may list")
  public RestResponse<ReachAnswer> daysToContact(@BeanParam RecordFilters filters) {
    return Answers.of(days.over(current.allowed(Role.READER), filters));
  }

  /** Crises that are open, unless status asks for others, and how old their confirmation is. */
  @GET
  @Path("/freshness")
  @RolesAllowed("reader")
  @Operation(
      operationId = "readFreshness",
      summary = "Days since open crises that you may list were last confirmed, by unit")
  public RestResponse<FreshnessAnswer> freshness(
      @Parameter(
              description = "Of the units",
              schema =
                  @Schema(
                      enumeration = {"country", "adm1", "adm2", "adm3"},
                      defaultValue = "adm2"))
          @QueryParam("level")
          @DefaultValue("adm2")
          String level,
      @BeanParam RecordFilters filters) {
    return Answers.of(
        freshness.of(
            current.allowed(Role.READER),
            filters,
            switch (level) {
              case "country", "adm1", "adm2", "adm3" -> PlaceLevel.valueOf(level);
              default -> throw Asked.bad("level", "Ask for country, adm1, adm2 or adm3.");
            }));
  }
}
