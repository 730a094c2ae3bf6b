package org.toguna.kit.problems;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The pages to which the {@code type} of every problem leads. */
@Path("/problems")
@PermitAll
@Tag(name = "problems", description = "What can go wrong, and what to do about it.")
public class ProblemPages {

  /** One type of problem and its remedy. */
  @Schema(name = "ProblemPage", description = "One type of problem and its remedy.")
  public record Page(
      @Schema(format = "uri-reference", maxLength = 200) URI type,
      @Schema(maxLength = 200) String title,
      @Schema(minimum = "400", maximum = "599") int status,
      @Schema(maxLength = 2000) String remedy) {

    static Page of(ProblemType type, Locale language) {
      return new Page(type.uri(), type.title(language), type.status(), type.remedy(language));
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listProblems", summary = "Lists every type of problem.")
  public RestResponse<List<Page>> all(HttpServerRequest request) {
    var language = language(request);
    return answer(
        Arrays.stream(ProblemType.values()).map(t -> Page.of(t, language)).toList(), language);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public RestResponse<String> allAsPage(HttpServerRequest request) {
    var language = language(request);
    var items =
        Arrays.stream(ProblemType.values())
            .map(
                type ->
                    "<li><a href=\"%s\">%s</a> (%d)</li>"
                        .formatted(type.uri(), type.title(language), type.status()))
            .collect(Collectors.joining("\n"));
    return answer(
        html(Phrase.of("page.title").in(language), "<ul>" + items + "</ul>", language), language);
  }

  @GET
  @Path("/{slug}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readProblem", summary = "Explains one type of problem.")
  public RestResponse<Page> one(
      @RestPath @Schema(maxLength = 60, pattern = "^[a-z-]+$") String slug,
      HttpServerRequest request) {
    var language = language(request);
    return answer(Page.of(named(slug), language), language);
  }

  @GET
  @Path("/{slug}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public RestResponse<String> oneAsPage(@RestPath String slug, HttpServerRequest request) {
    var language = language(request);
    var type = named(slug);
    var body =
        "<p>%s: %d</p>\n<h2>%s</h2>\n<p>%s</p>\n<p><a href=\"/problems\">%s</a></p>"
            .formatted(
                Phrase.of("page.status").in(language),
                type.status(),
                Phrase.of("page.remedy").in(language),
                type.remedy(language).replace("<", "&lt;"),
                Phrase.of("page.all").in(language));
    return answer(html(type.title(language), body, language), language);
  }

  private static ProblemType named(String slug) {
    return ProblemType.ofSlug(slug).orElseThrow(Refusal::notFound);
  }

  private static Locale language(HttpServerRequest request) {
    return Languages.preferred(request.getHeader("Accept-Language"));
  }

  private static <T> RestResponse<T> answer(T body, Locale language) {
    return RestResponse.ResponseBuilder.ok(body)
        .header("Content-Language", language.getLanguage())
        .header("Vary", "Accept, Accept-Language")
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }

  private static String html(String title, String body, Locale language) {
    return """
        <!doctype html>
        <html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title>
        <body><h1>%s</h1>
        %s
        </body></html>
        """
        .formatted(language.getLanguage(), title, title, body);
  }
}
