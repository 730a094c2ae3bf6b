package org.toguna.cases.gazetteer.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.identity.CurrentReader;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Role;
import org.toguna.kit.paging.Cursors;
import org.toguna.kit.paging.Page;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.paging.Pages;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** Imports of the gazetteer over HTTP, for administrators and operators. */
@Path("/v1/gazetteer/imports")
@Tag(name = "Gazetteer")
@RolesAllowed({"administrator", "operator"})
@Blocking
public class GazetteerImportResource {
  private final GazetteerImports imports;
  private final CurrentReader current;
  private final Cursors cursors;

  GazetteerImportResource(GazetteerImports imports, CurrentReader current, Cursors cursors) {
    this.imports = imports;
    this.current = current;
    this.cursors = cursors;
  }

  /**
   * Takes a provider's file of places or units, in one transaction. Rows that cannot be taken are
   * told with line, column and remedy; the others stand. The same file again changes nothing.
   */
  @POST
  @Consumes("text/csv")
  @RolesAllowed({"administrator", "operator"})
  @Operation(
      operationId = "importGazetteer",
      summary = "Import places or units",
      description =
          "Places have the columns place_id, source, source_id, name, lat, lon, country and more;"
              + " units country, level, pcode, name, parent_pcode; what replaced them entry,"
              + " replaced_by, day, source; published totals division, level, number, published,"
              + " source. Separated by comma, semicolon, tab or bar, in UTF-8 or the charset that"
              + " Content-Type declares. An import may be repeated safely.")
  @APIResponse(
      responseCode = "200",
      description = "What would become of the rows; nothing was kept",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(
      responseCode = "201",
      description = "What became of the rows",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  public Response load(
      @QueryParam("coding")
          @Parameter(
              description = "Edition of the units' codes, where the file does not tell",
              schema = @Schema(maxLength = 60, pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$"))
          @Nullable String coding,
      @QueryParam("dryRun")
          @Parameter(description = "Say what would happen, row by row, and keep nothing else")
          @Nullable Boolean dryRun,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = SchemaType.STRING, maxLength = 10_485_760)))
          InputStream body) {
    var author = current.allowed(Role.READER);
    edition("coding", coding == null ? "none" : coding);
    boolean dry = Boolean.TRUE.equals(dryRun);
    return answer(
        imports.run(
            body,
            Optional.ofNullable(coding),
            Optional.ofNullable(headers.getMediaType().getParameters().get("charset")),
            dry,
            author.person()));
  }

  /**
   * Takes outlines of units that stand, and the names in French, English and Arabic that come with
   * them. Places whose coordinates lie in another commune are flagged, not moved.
   */
  @POST
  @Path("/outlines")
  @Consumes("application/geo+json")
  @RolesAllowed({"administrator", "operator"})
  @Operation(
      operationId = "importOutlines",
      summary = "Import outlines of units",
      description =
          "Features have the properties country, name, and pcode with level where their provider"
              + " has codes; name_fr, name_en and name_ar are taken as names. An import may be"
              + " repeated safely.")
  @APIResponse(
      responseCode = "200",
      description = "What would become of the features; nothing was kept",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(
      responseCode = "201",
      description = "What became of the features",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportReport.class)))
  public Response outlines(
      @QueryParam("provider")
          @Parameter(
              required = true,
              description = "Who drew the outlines, in which edition",
              schema = @Schema(maxLength = 60, pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$"))
          @Nullable String provider,
      @QueryParam("coding")
          @Parameter(
              description = "Edition whose codes the features bear, where several units share one",
              schema = @Schema(maxLength = 60, pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$"))
          @Nullable String coding,
      @QueryParam("dryRun") @Parameter(description = "Say what would happen, and keep nothing")
          @Nullable Boolean dryRun,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/geo+json",
                      schema = @Schema(type = SchemaType.OBJECT)))
          InputStream body) {
    var author = current.allowed(Role.READER);
    edition("provider", provider == null ? "" : provider);
    edition("coding", coding == null ? "none" : coding);
    boolean dry = Boolean.TRUE.equals(dryRun);
    return answer(
        imports.outlines(
            body,
            Objects.requireNonNull(provider),
            Optional.ofNullable(coding),
            dry,
            author.person()));
  }

  private static void edition(String parameter, String word) {
    if (!word.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER,
          "Parameter %s: letters, digits and . _ - only.".formatted(parameter));
    }
  }

  /** What became of a file is for the organisation that sent it, and for operators. */
  private Reader own(UUID id) {
    var reader = current.allowed(Role.READER);
    var by = imports.organisation(id).orElseThrow(Refusal::notFound);
    if (!reader.isOf(by) && !reader.may(Role.OPERATOR)) {
      throw Refusal.notFound();
    }
    return reader;
  }

  private static Response answer(ImportReport report) {
    var response =
        report.dryRun()
            ? Response.ok(report)
            : Response.status(201)
                .entity(report)
                .header("Location", "/cases/v1/gazetteer/imports/" + report.id());
    return response.build();
  }

  /** What became of a file. */
  @GET
  @Path("/{id}")
  @RolesAllowed({"administrator", "operator"})
  @Operation(operationId = "readGazetteerImport", summary = "What became of an import")
  public ImportReport one(@PathParam("id") UUID id) {
    own(id);
    return imports.report(id).orElseThrow(Refusal::notFound);
  }

  /** What became of each row, in the order of the file. */
  @GET
  @Path("/{id}/rows")
  @RolesAllowed({"administrator", "operator"})
  @Operation(operationId = "listGazetteerImportRows", summary = "What became of each row")
  public RestResponse<Page<RowOutcome>> rows(
      @PathParam("id") UUID id,
      @QueryParam("outcome")
          @Parameter(
              schema = @Schema(enumeration = {"created", "updated", "unchanged", "rejected"}))
          @Nullable String outcome,
      @QueryParam("flagged") @Parameter(description = "Only rows with a flag")
          @Nullable Boolean flagged,
      @BeanParam PageQuery paging,
      @Context UriInfo request) {
    var reader = own(id);
    boolean onlyFlagged = Boolean.TRUE.equals(flagged);
    var filters = "gazetteer-import-rows\n" + id + "\n" + outcome + "\n" + onlyFlagged;
    var after =
        paging.cursor() == null
            ? 0
            : Integer.parseInt(cursors.open(reader, filters, paging.cursor()).getFirst());
    var rows = imports.rows(id, kind(outcome), onlyFlagged, after, paging.limit() + 1);
    var page =
        Page.cut(
            rows,
            paging.limit(),
            last -> cursors.seal(reader, filters, List.of(Integer.toString(last.line()))),
            null);
    return Pages.answer(page, request);
  }

  private static RowOutcome.@Nullable Kind kind(@Nullable String word) {
    try {
      return word == null ? null : RowOutcome.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER, "Parameter outcome: created, updated, unchanged or rejected.");
    }
  }
}
