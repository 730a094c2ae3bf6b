package org.toguna.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The dead letters of a service, as its operators have them. */
final class Letters {
  private Letters() {}

  /** Those about one message. */
  static List<JsonNode> about(RecordMetadata where, String service) {
    return Client.operator()
        .get("/%s/v1/dead-letters".formatted(service), "limit", "1000")
        .expect(200)
        .json()
        .path("items")
        .valueStream()
        .filter(letter -> letter.path("topic").asText().equals(where.topic()))
        .filter(letter -> letter.path("partition").asInt() == where.partition())
        .filter(letter -> letter.path("offset").asLong() == where.offset())
        .toList();
  }
}
