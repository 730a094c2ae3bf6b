package org.toguna.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path directory;
  private static Kafka kafka;

  @BeforeAll
  static void start() {
    kafka =
        new Kafka(
            directory.resolve("kafka"),
            Ports.free(),
            List::of,
            Map.of("log.cleaner.backoff.ms", "100"),
            List.of("kept.record"));
    kafka.start();
    kafka.awaitReady(PATIENCE);
  }

  @AfterAll
  static void stop() {
    kafka.stop(PATIENCE);
    assertThat(kafka.isAlive()).isFalse();
  }

  @Test
  void keepsWhatItAcknowledgedThroughACrash() {
    var topic = "kept.record";
    send(topic, "a", "1");

    kafka.kill();
    kafka.start();
    kafka.awaitReady(Duration.ofSeconds(10));

    send(topic, "b", "2");
    assertThat(read(topic)).containsExactlyInAnyOrder("a=1", "b=2");
  }

  @Test
  void compactsATopicToTheLastStateOfEachKey() {
    var topic = "compacted.record";
    Topics.ensure(kafka.bootstrapServers(), List.of(topic));
    Topics.ensure(kafka.bootstrapServers(), List.of(topic), TopicShape.EAGER);
    for (var i = 0; i < 5; i++) {
      send(topic, "key", "state " + i);
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              // A segment is closed only when something is written after its time.
              send(topic, "key", "last");
              return !read(topic).contains("key=state 0");
            });
  }

  private static void send(String topic, String key, String value) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      assertThat(producer.send(new ProducerRecord<>(topic, 0, key, value)))
          .succeedsWithin(PATIENCE);
    }
  }

  private static List<String> read(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var end = consumer.endOffsets(List.of(partition)).get(partition);
      var all = new ArrayList<String>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> all.add(record.key() + "=" + record.value()));
      }
      return all;
    }
  }
}
