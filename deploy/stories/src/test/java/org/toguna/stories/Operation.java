package org.toguna.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One operation of a service as its own OpenAPI document publishes it. */
record Operation(String method, String path, List<String> queryParameters) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** All operations of the three services that are running. */
  static List<Operation> all() {
    return RunningStack.SERVICES.stream().flatMap(service -> of(service).stream()).toList();
  }

  private static List<Operation> of(String service) {
    var document = Client.NOBODY.get("/%s/q/openapi".formatted(service), "format", "json").json();
    var operations = new ArrayList<Operation>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            var parameters = new ArrayList<String>();
                            method
                                .getValue()
                                .path("parameters")
                                .forEach(
                                    parameter -> {
                                      if (parameter.path("in").asText().equals("query")) {
                                        parameters.add(parameter.path("name").asText());
                                      }
                                    });
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    List.copyOf(parameters)));
                          }
                        }));
    return operations;
  }

  String name() {
    return method + " " + path;
  }

  boolean isRead() {
    return method.equals("GET");
  }

  boolean isStream() {
    return path.endsWith("/stream");
  }

  boolean takesPathParameters() {
    return path.contains("{");
  }
}
