package org.toguna.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The pages to which the {@code type} of every problem leads, for people and for programs. They lie
 * beside the paths of the service, at an address that all services share.
 */
@Singleton
class ProblemPages {

  private final ObjectMapper json;

  ProblemPages(ObjectMapper json) {
    this.json = json;
  }

  /** One type of problem and its remedy. */
  record Page(URI type, String title, int status, String remedy) {

    static Page of(ProblemType type, Locale language) {
      return new Page(type.uri(), type.title(language), type.status(), type.remedy(language));
    }
  }

  void register(@Observes Router router) {
    router.get("/problems").produces("text/html").produces("application/json").handler(this::all);
    router
        .get("/problems/:slug")
        .produces("text/html")
        .produces("application/json")
        .handler(this::one);
  }

  private void all(RoutingContext context) {
    var language = language(context);
    var types = ProblemType.values();
    if (wantsJson(context)) {
      answerJson(context, Arrays.stream(types).map(type -> Page.of(type, language)).toList());
      return;
    }
    var items =
        Arrays.stream(types)
            .map(
                type ->
                    "<li><a href=\"%s\">%s</a> (%d)</li>"
                        .formatted(type.uri(), type.title(language), type.status()))
            .collect(Collectors.joining("\n"));
    answerHtml(context, Phrase.of("page.title").in(language), "<ul>" + items + "</ul>");
  }

  private void one(RoutingContext context) {
    var language = language(context);
    var found = ProblemType.ofSlug(context.pathParam("slug"));
    if (found.isEmpty()) {
      context.fail(404);
      return;
    }
    var type = found.get();
    if (wantsJson(context)) {
      answerJson(context, Page.of(type, language));
      return;
    }
    var body =
        "<p>%s: %d</p>\n<h2>%s</h2>\n<p>%s</p>\n<p><a href=\"/problems\">%s</a></p>"
            .formatted(
                Phrase.of("page.status").in(language),
                type.status(),
                Phrase.of("page.remedy").in(language),
                type.remedy(language),
                Phrase.of("page.all").in(language));
    answerHtml(context, type.title(language), body);
  }

  private static boolean wantsJson(RoutingContext context) {
    return "application/json".equals(context.getAcceptableContentType());
  }

  private static Locale language(RoutingContext context) {
    return Languages.preferred(context.request().getHeader("Accept-Language"));
  }

  private void answerJson(RoutingContext context, Object body) {
    try {
      answer(context, "application/json", json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answerHtml(RoutingContext context, String title, String body) {
    answer(
        context,
        "text/html; charset=utf-8",
        """
        <!doctype html>
        <html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title>
        <body><h1>%s</h1>
        %s
        </body></html>
        """
            .formatted(language(context).getLanguage(), title, title, body));
  }

  private static void answer(RoutingContext context, String type, String body) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Content-Language", language(context).getLanguage())
        .putHeader("Vary", "Accept, Accept-Language")
        .putHeader("Cache-Control", "public, max-age=3600")
        .end(body);
  }
}
