package org.toguna.kit.contract;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.toguna.kit.problems.Problem;
import org.toguna.kit.problems.ProblemType;

/** The problems that an operation can answer with, each described once among the components. */
final class FailureAnswers {

  /** What an operation is like, and so how it can fail. */
  record Traits(
      boolean secured,
      boolean named,
      boolean takesBody,
      boolean writes,
      boolean creates,
      boolean conditional) {}

  private static final String HEADERS = "#/components/headers/";

  private final Components components;
  private final Map<Integer, String> descriptions = byStatus();

  FailureAnswers(Components components) {
    this.components = components;
    header(components, "RateLimit", "What is left of the client's requests", 200);
    header(components, "RateLimit-Policy", "How many requests a client may send", 200);
    header(components, "Retry-After", "Seconds to wait before trying again", 10);
    header(components, "X-Request-Id", "The id under which this request was logged", 100);
    header(
        components, "Access-Control-Allow-Origin", "The origin of the registry, and no other", 200);
    if (components.getSchemas() == null || !components.getSchemas().containsKey("Problem")) {
      components.addSchema("Flaw", flaw());
      components.addSchema("Problem", problem());
    }
  }

  /** Each status with the slugs of the problems that it may carry. */
  private static Map<Integer, String> byStatus() {
    return new TreeMap<>(
        Arrays.stream(ProblemType.values())
            .collect(
                Collectors.groupingBy(
                    ProblemType::status,
                    Collectors.mapping(
                        type -> type.title(Locale.ENGLISH) + " (`" + type.uri() + "`)",
                        Collectors.joining(", ")))));
  }

  private void describe(int status) {
    var response =
        OASFactory.createAPIResponse()
            .description(descriptions.get(status) + ".")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    common(response);
    if (status == 429 || status == 503 || status == 507 || status == 409) {
      response.addHeader("Retry-After", ref("Retry-After"));
    }
    components.addResponse("Problem" + status, response);
  }

  void add(Operation operation, Traits traits) {
    var responses =
        operation.getResponses() == null
            ? OASFactory.createAPIResponses()
            : operation.getResponses();
    if (responses.getAPIResponses() != null) {
      responses.getAPIResponses().values().stream()
          .filter(response -> response.getRef() == null)
          .forEach(FailureAnswers::common);
    }
    add(responses, true, 400, 406, 429, 500, 503);
    add(responses, traits.secured, 401, 403);
    add(responses, traits.named, 404);
    add(responses, traits.takesBody, 413, 415, 422);
    add(responses, traits.writes, 409, 507);
    add(responses, traits.creates, 422);
    add(responses, traits.conditional, 412, 428);
    operation.setResponses(responses);
  }

  private void add(APIResponses responses, boolean applies, int... statuses) {
    for (int status : statuses) {
      if (applies && !responses.hasAPIResponse("" + status)) {
        describe(status);
        responses.addAPIResponse(
            "" + status,
            OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
      }
    }
  }

  private static void common(APIResponse response) {
    for (var name :
        new String[] {
          "RateLimit", "RateLimit-Policy", "X-Request-Id", "Access-Control-Allow-Origin"
        }) {
      response.addHeader(name, ref(name));
    }
  }

  private static Header ref(String name) {
    return OASFactory.createHeader().ref(HEADERS + name);
  }

  private static void header(Components components, String name, String description, int length) {
    components.addHeader(
        name, OASFactory.createHeader().description(description).schema(text(length)));
  }

  private static Schema text(int length) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(length);
  }

  private static Schema flaw() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("One thing wrong with what was sent, and what to do about it.")
        .addProperty("pointer", text(500).description("JSON Pointer, or the name of a parameter"))
        .addProperty("code", text(60).description("Stable code"))
        .addProperty("detail", text(1000).description("What is wrong, and the remedy"));
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("What went wrong, as RFC 9457 has it.")
        .addRequired("type")
        .addRequired("title")
        .addRequired("status")
        .addProperty(
            "type", text(200).format("uri-reference").description("A page that names the remedy"))
        .addProperty("title", text(200))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.valueOf(400))
                .maximum(BigDecimal.valueOf(599)))
        .addProperty("detail", text(2000))
        .addProperty(
            "instance", text(4000).format("uri-reference").description("What was asked for"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .maxItems(1000)
                .items(OASFactory.createSchema().ref("#/components/schemas/Flaw")));
  }
}
