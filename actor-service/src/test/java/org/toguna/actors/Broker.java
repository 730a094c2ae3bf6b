package org.toguna.actors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The broker as case-service meets it, and how far this service has read. */
final class Broker {
  private Broker() {}

  private static String setting(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }

  private static String topic(String name) {
    return org.toguna.test.Broker.topic(name);
  }

  /** Publishes a state of a case, or a tombstone. */
  static void publish(String topic, String id, int version, @Nullable String state) {
    org.toguna.test.Broker.publish(topic, "case", id, version, state);
  }

  /** Sends anything at all, signed by whose topic it is. */
  static void send(
      String topic, @Nullable String key, @Nullable String value, Map<String, String> headers) {
    org.toguna.test.Broker.send(topic, key, value, headers);
  }

  /** The last event of that key, as it stands on the topic now. */
  static Optional<ConsumerRecord<String, String>> last(String topic, String key) {
    return org.toguna.test.Broker.last(topic, key);
  }

  /** How many messages of a topic the service has not yet acknowledged. */
  static long lag(String topic) {
    try (var admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, setting("kafka.bootstrap.servers")))) {
      var taken =
          admin
              .listConsumerGroupOffsets(setting("mp.messaging.incoming.siblings.group.id"))
              .partitionsToOffsetAndMetadata()
              .get();
      var partitions =
          admin
              .describeTopics(List.of(topic(topic)))
              .allTopicNames()
              .get()
              .get(topic(topic))
              .partitions()
              .stream()
              .map(info -> new TopicPartition(topic(topic), info.partition()))
              .collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
      var ends = admin.listOffsets(partitions).all().get();
      return ends.entrySet().stream()
          .mapToLong(
              end ->
                  end.getValue().offset()
                      - Optional.ofNullable(taken.get(end.getKey()))
                          .map(OffsetAndMetadata::offset)
                          .orElse(0L))
          .sum();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
