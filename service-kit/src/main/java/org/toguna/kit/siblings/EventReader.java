package org.toguna.kit.siblings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.outbox.CloudEvent;
import org.toguna.kit.outbox.NamedPersons;
import org.toguna.kit.signing.SignatureCheck;

/**
 * A tolerant reader of state events: takes what it knows, passes over what it does not, and
 * believes only who may speak on the event's topic.
 */
@ApplicationScoped
public class EventReader {
  static final int LARGEST_EVENT = 1 << 20;
  private static final Pattern TYPE = Pattern.compile("org\\.toguna\\.[a-z-]+\\.[a-z-]+\\.v1");
  private final ObjectMapper mapper;
  private final SignatureCheck signatures;
  private final NamedPersons persons;
  private final String prefix;

  EventReader(
      ObjectMapper mapper,
      SignatureCheck signatures,
      NamedPersons persons,
      @ConfigProperty(name = "toguna.topic-prefix") String prefix) {
    this.mapper = mapper;
    this.signatures = signatures;
    this.persons = persons;
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
    if (message.value() != null && message.value().length > LARGEST_EVENT) {
      throw new Unreadable("larger than 1 MiB");
    }
    Optional<String> doubt = signatures.doubt(message, topic);
    if (doubt.isPresent()) {
      throw new Unreadable(doubt.get());
    }
    if (message.value() == null) {
      return new SiblingRecord(
          topic, message.key(), version, true, "", Audience.nobody(), Cut.NONE, null, null);
    }
    JsonNode event = parse(message.value());
    return new SiblingRecord(
        topic,
        message.key(),
        version,
        false,
        event.path("marking").path("owner").asText(""),
        audience(event, message.key()),
        cut(event.path("cut")),
        data(event, "full"),
        data(event, "seen"));
  }

  /** Events from before cuts travelled say none. */
  private static Cut cut(JsonNode said) throws Unreadable {
    try {
      return said.isMissingNode()
          ? Cut.NONE
          : new Cut(
              PlaceLevel.valueOf(said.path("place").asText()),
              DatePrecision.valueOf(said.path("date").asText()));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("no such cut");
    }
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

  private Audience audience(JsonNode event, String record) throws Unreadable {
    try {
      return new Audience(
          persons.opened(principals(event, "full"), record),
          persons.opened(principals(event, "seen"), record));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("no audience that can be read");
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
