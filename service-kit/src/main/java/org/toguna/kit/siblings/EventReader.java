package org.toguna.kit.siblings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.outbox.CloudEvent;

/** A tolerant reader of state events: takes what it knows, passes over what it does not. */
@ApplicationScoped
public class EventReader {
  static final int LARGEST_EVENT = 1 << 20;
  private static final Pattern TYPE = Pattern.compile("org\\.toguna\\.[a-z-]+\\.[a-z-]+\\.v1");
  private final ObjectMapper mapper;
  private final String prefix;

  EventReader(ObjectMapper mapper, @ConfigProperty(name = "toguna.topic-prefix") String prefix) {
    this.mapper = mapper;
    this.prefix = prefix;
  }

  /** The topic's name without the deployment's prefix. */
  String topic(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  SiblingRecord read(ConsumerRecord<String, byte[]> message) throws Unreadable {
    if (message.key() == null || message.key().isBlank()) {
      throw new Unreadable("no key");
    }
    Headers headers = message.headers();
    String type = required(headers, "type");
    if (!TYPE.matcher(type).matches()) {
      throw new Unreadable("unknown type");
    }
    int version = version(headers);
    String topic = topic(message.topic());
    if (message.value() == null) {
      return new SiblingRecord(
          topic, message.key(), version, true, "", Audience.nobody(), null, null);
    }
    if (message.value().length > LARGEST_EVENT) {
      throw new Unreadable("larger than 1 MiB");
    }
    JsonNode event = parse(message.value());
    return new SiblingRecord(
        topic,
        message.key(),
        version,
        false,
        event.path("marking").path("owner").asText(""),
        new Audience(principals(event, "full"), principals(event, "seen")),
        data(event, "full"),
        data(event, "seen"));
  }

  private static JsonNode data(JsonNode event, String view) throws Unreadable {
    JsonNode data = event.path("data").path(view);
    if (!data.isObject()) {
      throw new Unreadable("no data");
    }
    return data;
  }

  private JsonNode parse(byte[] value) throws Unreadable {
    try {
      JsonNode event = mapper.readTree(value);
      if (event == null || !event.isObject()) {
        throw new Unreadable("not a JSON object");
      }
      return event;
    } catch (IOException e) {
      throw new Unreadable("not JSON");
    }
  }

  private static Set<String> principals(JsonNode event, String which) throws Unreadable {
    JsonNode list = event.path("audience").path(which);
    if (!list.isArray()) {
      throw new Unreadable("no audience");
    }
    var principals = new LinkedHashSet<String>();
    list.forEach(principal -> principals.add(principal.asText()));
    return principals;
  }

  private static String required(Headers headers, String attribute) throws Unreadable {
    String value = CloudEvent.attribute(headers, attribute);
    if (value == null) {
      throw new Unreadable("no attribute " + attribute);
    }
    return value;
  }

  private static int version(Headers headers) throws Unreadable {
    try {
      return Integer.parseInt(required(headers, "aggregateversion"));
    } catch (NumberFormatException e) {
      throw new Unreadable("aggregateversion is no number");
    }
  }
}
