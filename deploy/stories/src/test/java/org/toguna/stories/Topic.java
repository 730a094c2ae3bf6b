package org.toguna.stories;

import static org.toguna.stories.RunningStack.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.toguna.parts.BrokerCertificates;

/** A topic as whoever holds a certificate of the broker sees it. */
record Topic(String name, String certificate) {
  private static final int LARGE = 8 << 20;

  /** As the broker itself sees it, which may do everything. */
  Topic(String name) {
    this(name, BrokerCertificates.BROKER);
  }

  private Map<String, Object> client() {
    return stack().brokerClient(certificate);
  }

  /** Everything from the first message to the present end. */
  List<ConsumerRecord<String, byte[]>> all() {
    var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
    var settings = client();
    settings.put("enable.auto.commit", false);
    settings.put("max.partition.fetch.bytes", LARGE);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = new LinkedHashMap<>(consumer.endOffsets(partitions));
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
      }
    }
    return messages;
  }

  /** The last message of each key. */
  Map<String, ConsumerRecord<String, byte[]>> last() {
    var last = new LinkedHashMap<String, ConsumerRecord<String, byte[]>>();
    all().forEach(message -> last.put(message.key(), message));
    return last;
  }

  static int version(ConsumerRecord<String, byte[]> message) {
    return Integer.parseInt(header(message, "ce_aggregateversion"));
  }

  static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** Sends messages as they are, one after the other. */
  List<RecordMetadata> send(Collection<ProducerRecord<String, byte[]>> messages) {
    var settings = client();
    settings.put("max.request.size", LARGE);
    settings.put("linger.ms", 5);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var sent = messages.stream().map(producer::send).toList();
      var where = new ArrayList<RecordMetadata>();
      for (var one : sent) {
        where.add(one.get());
      }
      return where;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> message) {
    return new ProducerRecord<>(
        name, message.partition(), message.key(), message.value(), message.headers());
  }

  /** Lets large messages in, as a careless operator would. */
  void takeLargeMessages() {
    try (var admin = admin()) {
      var change =
          new AlterConfigOp(
              new ConfigEntry("max.message.bytes", "" + LARGE), AlterConfigOp.OpType.SET);
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), List.of(change)))
          .all()
          .get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a service has taken in all that the topic holds. */
  void awaitHeardBy(String service) {
    try (var admin = admin();
        var consumer =
            new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(name).stream()
              .map(info -> new TopicPartition(name, info.partition()))
              .toList();
      Awaitility.await(service + " hears " + name)
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                var done =
                    admin
                        .listConsumerGroupOffsets("toguna." + service)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return consumer.endOffsets(partitions).entrySet().stream()
                    .allMatch(
                        end ->
                            end.getValue() == 0
                                || done.get(end.getKey()) != null
                                    && done.get(end.getKey()).offset() >= end.getValue());
              });
    }
  }

  private static Admin admin() {
    return Admin.create(stack().brokerClient(BrokerCertificates.BROKER));
  }

  static List<String> allNames() {
    try (var admin = admin()) {
      return admin.listTopics().names().get().stream()
          .filter(topic -> !topic.startsWith("__"))
          .toList();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
