package org.toguna.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.signing.BatchSigner;

/** The broker as siblings meet it: they publish states, and read what the service publishes. */
public final class Broker {
  /** Before the name of a service, the setting that holds its key. */
  static final String KEY_OF = "toguna.test.event-key.";

  private Broker() {}

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  public static String topic(String name) {
    return setting("toguna.topic-prefix") + name;
  }

  /** Publishes a state, or a tombstone, as a sibling would. */
  public static void publish(
      String topic, String kind, String id, int version, @Nullable String state) {
    send(topic, id, state, headers(kind, id, version));
  }

  /** The attributes of an event as a sibling gives them. */
  public static Map<String, String> headers(String kind, String id, int version) {
    return Map.of(
        "ce_specversion",
        "1.0",
        "ce_id",
        UUID.randomUUID().toString(),
        "ce_type",
        "org.toguna." + kind + ".recorded.v1",
        "ce_source",
        "/sibling",
        "ce_subject",
        id,
        "ce_time",
        Instant.now().toString(),
        "ce_aggregateversion",
        Integer.toString(version),
        "ce_marking",
        "GREEN");
  }

  /** Sends anything at all, signed by whose topic it is. */
  public static void send(
      String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
    var message = message(topic, key, value, headers);
    send(signed(message, topic.substring(0, topic.indexOf('.'))));
  }

  /** A message as nobody has signed it. */
  public static ProducerRecord<String, byte[]> message(
      String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
    var message =
        new ProducerRecord<String, byte[]>(
            topic(topic), key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return message;
  }

  /** The message, signed with the key of a service: cases, actors or ingest. */
  public static ProducerRecord<String, byte[]> signed(
      ProducerRecord<String, byte[]> message, String speaker) {
    new BatchSigner(Base64.getDecoder().decode(setting(KEY_OF + speaker))).sign(List.of(message));
    return message;
  }

  /** Sends a message as it is. */
  public static RecordMetadata send(ProducerRecord<String, byte[]> message) {
    try (var producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, setting("kafka.bootstrap.servers")),
            new StringSerializer(),
            new ByteArraySerializer())) {
      return producer.send(message).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last event of that key, as it stands on the topic now. */
  public static Optional<ConsumerRecord<String, String>> last(String topic, String key) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, setting("kafka.bootstrap.servers")),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic(topic)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      ConsumerRecord<String, String> last = null;
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          last = key.equals(message.key()) ? message : last;
        }
      }
      return Optional.ofNullable(last);
    }
  }
}
