package org.toguna.stories;

import java.util.UUID;

/** The read models of a service, as its operators have them. */
record ReadModels(String service) {
  static ReadModels of(String service) {
    return new ReadModels(service);
  }

  /** Rows and hash of what the service holds of a topic; empty if that is nothing. */
  String fingerprint(String topic) {
    return list()
        .valueStream()
        .filter(model -> model.path("topic").asText().endsWith(topic))
        .map(model -> model.path("records").asLong() + " " + model.path("hash").asText())
        .findFirst()
        .orElse("");
  }

  com.fasterxml.jackson.databind.JsonNode list() {
    var answer = operator().get("/%s/v1/read-models".formatted(service)).expect(200).json();
    return answer.isArray() ? answer : answer.path("items");
  }

  void rebuild(String topic) {
    var answer =
        operator()
            .post(
                "/%s/v1/read-models/%s/rebuild".formatted(service, topic),
                "",
                UUID.randomUUID().toString());
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
  }

  private static Client operator() {
    return Client.operator();
  }
}
