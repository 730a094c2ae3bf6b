package org.toguna.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a publisher to its contract: the event it sends is valid under its schema and, but for what
 * differs each time, the example that siblings' tests read. {@code -Dtoguna.contract=publish}
 * writes the example anew.
 */
public final class GoldenEvent {
  private static final Path EVENTS = Path.of("contracts", "events");
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldenEvent() {}

  /**
   * @param stable what differs each time, and what stands for it in the example
   */
  public static void isPromised(String topic, String kind, String id, Map<String, String> stable)
      throws IOException {
    var event =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> Broker.last(topic, id), Optional::isPresent)
            .orElseThrow();
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(Files.readString(EVENTS.resolve(kind + ".v1.schema.json")));
    assertThat(schema.validate(JSON.readTree(event.value()))).isEmpty();
    String said = event.value();
    for (var entry : stable.entrySet()) {
      said = said.replace(entry.getKey(), entry.getValue());
    }
    Path example = EVENTS.resolve(kind + ".v1.example.json");
    if (!Files.exists(example)
        || !System.getProperty("toguna.contract", "compare").equals("compare")) {
      Files.writeString(
          example,
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(said)) + "\n");
    }
    assertThat(JSON.readTree(said)).isEqualTo(JSON.readTree(Files.readString(example)));
  }
}
