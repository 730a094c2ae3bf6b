package org.toguna.kit.siblings;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Rebuilds the read model of topics from their first message to their present end, beside the live
 * consumer. Readers always find something: rows are replaced in place, and only what the topic no
 * longer holds is removed at the end. Memory is bounded by one batch.
 */
@ApplicationScoped
public class Rebuild {
  private static final int BATCH = 2_000;
  private final EventReader reader;
  private final SiblingStore store;
  private final DeadLetters deadLetters;
  private final Map<String, Object> connection;

  Rebuild(
      EventReader reader,
      SiblingStore store,
      DeadLetters deadLetters,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.reader = reader;
    this.store = store;
    this.deadLetters = deadLetters;
    this.connection = connection;
  }

  /**
   * What a rebuild did: messages read, rows that the topic no longer holds, and how long it took.
   */
  public record Done(long messages, long removed, long millis) {}

  /** Rebuilds one topic, named in full. */
  public Done of(String topic) {
    long started = System.nanoTime();
    long generation = store.nextGeneration();
    long messages = 0;
    try (var consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (!reached(consumer, ends)) {
        var news = new ArrayList<SiblingRecord>(BATCH);
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(500))) {
          messages++;
          read(message, news);
        }
        store.replace(news);
      }
    }
    long removed = store.removeOlder(reader.topic(topic), generation);
    return new Done(messages, removed, Duration.ofNanos(System.nanoTime() - started).toMillis());
  }

  private void read(ConsumerRecord<String, byte[]> message, List<SiblingRecord> news) {
    try {
      news.add(reader.read(message));
    } catch (Unreadable e) {
      deadLetters.add(message, e.getMessage());
    }
  }

  private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }
}
