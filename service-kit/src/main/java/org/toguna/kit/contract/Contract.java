package org.toguna.kit.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.toguna.kit.idempotency.Retries;

/** Adds to each operation its security, its answers to failure, and its headers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

  /** Marks an operation that needs no token: {@code @Extension(name = OPEN, value = "true")}. */
  public static final String OPEN = "x-open";

  static final String BEARER = "bearer";

  private final RecordOperations records;
  private final CodedFields codes;

  /** As it is made at build time, with all classes of the service. */
  public Contract(IndexView classes) {
    this.records = new RecordOperations(classes);
    this.codes = new CodedFields(classes);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    about(api);
    records.setAll(api);
    codes.setAll(api);
    var answers = new FailureAnswers(api.getComponents());
    if (api.getPaths() != null) {
      api.getPaths()
          .getPathItems()
          .forEach(
              (path, item) ->
                  item.getOperations()
                      .forEach((method, operation) -> complete(path, method, operation, answers)));
    }
    new Bounds().setAll(api);
  }

  private static void about(OpenAPI api) {
    if (api.getInfo() == null) {
      api.setInfo(OASFactory.createInfo());
    }
    if (api.getInfo().getDescription() == null) {
      api.getInfo()
          .description(
              "A service of Toguna, a registry of local dialogue with armed groups. What a reader"
                  + " may not see is answered as if it did not exist.");
    }
    api.getInfo()
        .license(
            OASFactory.createLicense()
                .name("Apache-2.0")
                .url("https://www.apache.org/licenses/LICENSE-2.0.txt"))
        .contact(OASFactory.createContact().name("The administrators of this registry"));
    var server = OASFactory.createServer().url("/").description("The origin, local or production");
    server.addExtension("x-internal", false);
    api.setServers(List.of(server));
    Components components = api.getComponents();
    components.addSecurityScheme(
        BEARER,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT (RFC 8725)")
            .description(
                "A token of the organisation's issuer, for the audience toguna, with the claims"
                    + " organisation, clearance and groups."));
  }

  private static void complete(
      String path, PathItem.HttpMethod method, Operation operation, FailureAnswers answers) {
    boolean open = isOpen(operation);
    operation.setSecurity(
        open ? List.of() : List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
    if (operation.getDescription() == null && operation.getSummary() != null) {
      operation.setDescription(operation.getSummary());
    }
    keys(operation);
    boolean writes =
        switch (method) {
          case POST, PUT, PATCH, DELETE -> true;
          case GET, HEAD, OPTIONS, TRACE -> false;
        };
    answers.add(
        operation,
        new FailureAnswers.Traits(
            !open,
            path.contains("{"),
            operation.getRequestBody() != null,
            writes,
            method == PathItem.HttpMethod.POST,
            writes && method != PathItem.HttpMethod.POST));
  }

  private static void keys(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> Retries.HEADER.equals(parameter.getName()))
          .forEach(
              parameter ->
                  parameter
                      .description(
                          ("Repeats the request safely for %d days: 1 to %d visible ASCII"
                                  + " characters, bare or in double quotes (RFC 8941)")
                              .formatted(Retries.KEPT.toDays(), Retries.LONGEST))
                      .getSchema()
                      .setMaxLength(Retries.LONGEST + 2));
    }
  }

  // The mark stays: this filter runs over one document more than once.
  private static boolean isOpen(Operation operation) {
    Map<String, Object> extensions = operation.getExtensions();
    return extensions != null && extensions.containsKey(OPEN);
  }
}
