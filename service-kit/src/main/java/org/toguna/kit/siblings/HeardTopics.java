package org.toguna.kit.siblings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topics that this service hears, named without the deployment's prefix. */
@ApplicationScoped
public class HeardTopics {
  private final String prefix;
  private final List<String> names;

  HeardTopics(
      @ConfigProperty(name = "mp.messaging.incoming.siblings.topics") List<String> topics,
      @ConfigProperty(name = "toguna.topic-prefix") String prefix) {
    this.prefix = prefix;
    this.names =
        topics.stream()
            .map(topic -> topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic)
            .toList();
  }

  public List<String> names() {
    return names;
  }

  /** The topic's name on the broker. */
  public String onBroker(String name) {
    return prefix + name;
  }
}
