package org.toguna.kit.codelists;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.toguna.kit.contract.Contract;
import org.toguna.kit.http.ETags;
import org.toguna.kit.problems.Languages;
import org.toguna.kit.problems.Refusal;

/**
 * Serves the code lists to anyone; each service extends it under its own {@code v1/codelists}.
 *
 * <pre>{@code
 * @Path("/v1/codelists")
 * public class CodeListResource extends ServedCodeLists {}
 * }</pre>
 */
@PermitAll
@Tag(name = "codelists", description = "The codes that this service understands, with labels.")
public abstract class ServedCodeLists {

  // A subclass of three lines must not repeat what is needed here.
  @Inject CodeLists lists;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Extension(name = Contract.OPEN, value = "true")
  @Operation(operationId = "listCodeLists", summary = "Names the code lists.")
  public RestResponse<List<CodeListView>> all(@Context HttpServerRequest request) {
    var language = Languages.preferred(request.getHeader("Accept-Language"));
    var tag =
        ETags.of(
            language.getLanguage(),
            lists.all().stream().map(list -> list.name() + list.version()).toList().hashCode());
    var views = lists.all().stream().map(list -> CodeListView.brief(list, language)).toList();
    return answer(views, language.getLanguage(), tag);
  }

  @GET
  @Path("/{name}")
  @Produces(MediaType.APPLICATION_JSON)
  @Extension(name = Contract.OPEN, value = "true")
  @Operation(operationId = "readCodeList", summary = "Reads one code list with its labels.")
  public RestResponse<CodeListView> one(
      @RestPath @Schema(maxLength = 60, pattern = "^[a-z0-9_]+$") String name,
      @Context HttpServerRequest request) {
    var language = Languages.preferred(request.getHeader("Accept-Language"));
    var list = lists.named(name).orElseThrow(Refusal::notFound);
    return answer(
        CodeListView.whole(list, language),
        language.getLanguage(),
        ETags.of(name, list.version(), language.getLanguage(), list.hashCode()));
  }

  private static <T> RestResponse<T> answer(T body, String language, String tag) {
    return RestResponse.ResponseBuilder.ok(body)
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "public, max-age=3600")
        .header("ETag", tag)
        .build();
  }
}
