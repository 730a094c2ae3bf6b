package org.toguna.cases.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;

/** Violence before and after what covers places, over HTTP. */
@Path("/v1/statistics")
@Tag(name = "Statistics")
@RunOnVirtualThread
public class ViolenceResource {
  private static final String MONTHS = "6";
  private static final int MOST_MONTHS = 60;
  private final Violence violence;
  private final CurrentReader current;
  private final CodeLists codes;

  ViolenceResource(Violence violence, CurrentReader current, CodeLists codes) {
    this.violence = violence;
    this.current = current;
    this.codes = codes;
  }

  /**
   * Incidents that you may list in the places of an agreement that you get in full, in as many
   * months before and after it came into force. Of what can lie on both sides, none is counted for
   * either.
   */
  @GET
  @Path("/agreements/{id}/violence")
  @RolesAllowed("reader")
  @Operation(
      operationId = "readViolenceAroundAgreement",
      summary = "Incidents in the places of an agreement, before and after")
  public RestResponse<ViolenceAnswer> agreement(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Of each of the two windows",
              schema = @Schema(minimum = "1", maximum = "60", defaultValue = MONTHS))
          @QueryParam("months")
          @DefaultValue(MONTHS)
          int months,
      @Parameter(description = "Code of the list incident_type", schema = @Schema(maxLength = 40))
          @QueryParam("type")
          @Nullable String type) {
    Reader reader = asked(months, type);
    return Answers.of(violence.ofAgreement(reader, id, months, type));
  }

  /** The same for the places of a coverage list, before and after its day. */
  @GET
  @Path("/coverage-lists/{id}/violence")
  @RolesAllowed("reader")
  @Operation(
      operationId = "readViolenceAroundList",
      summary = "Incidents in the places of a coverage list, before and after")
  public RestResponse<ViolenceAnswer> list(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Of each of the two windows",
              schema = @Schema(minimum = "1", maximum = "60", defaultValue = MONTHS))
          @QueryParam("months")
          @DefaultValue(MONTHS)
          int months,
      @Parameter(description = "Code of the list incident_type", schema = @Schema(maxLength = 40))
          @QueryParam("type")
          @Nullable String type) {
    Reader reader = asked(months, type);
    return Answers.of(violence.ofList(reader, id, months, type));
  }

  private Reader asked(int months, @Nullable String type) {
    Reader reader = current.allowed(Role.READER);
    if (months < 1 || months > MOST_MONTHS) {
      throw Asked.bad("months", "From 1 to %d.".formatted(MOST_MONTHS));
    }
    Asked.code(codes, "incident_type", "type", type);
    return reader;
  }
}
