package org.toguna.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.toguna.parts.TopicShape;
import org.toguna.parts.Topics;

/** The outbox of case-service: filled at once by the benchmark, emptied by the relay. */
final class Outbox {
  static final String HEARD = "cases.crisis";
  static final String UNHEARD = "cases.bench";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final RunningStack stack;

  Outbox(RunningStack stack) {
    this.stack = stack;
    Topics.ensure(stack.kafka(), List.of(Topics.PREFIX + UNHEARD), TopicShape.LOCAL);
  }

  /** The event of one record as the relay has published it. */
  static String event(RunningStack stack, UUID record) {
    try (var consumer =
        new KafkaConsumer<>(stack.kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("toguna." + HEARD).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant end = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(end)) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
          if (record.toString().equals(message.key())) {
            return new String(message.value(), StandardCharsets.UTF_8);
          }
        }
      }
    }
    throw new IllegalStateException("The event of a record was not published");
  }

  /** A row of the outbox as the ledger writes it. */
  static StoredRow row(RunningStack stack, UUID record) {
    var columns = new LinkedHashMap<String, StoredRow.Value>();
    columns.put("id", new StoredRow.Value(UUID.randomUUID(), "uuid"));
    columns.put("aggregatetype", new StoredRow.Value(HEARD, "text"));
    columns.put("aggregateid", new StoredRow.Value(record.toString(), "text"));
    columns.put("type", new StoredRow.Value("org.toguna.crisis.recorded.v1", "text"));
    columns.put("payload", new StoredRow.Value(event(stack, record), "text"));
    columns.put("version", new StoredRow.Value(1, "int4"));
    columns.put("marking", new StoredRow.Value("GREEN", "text"));
    columns.put("time", new StoredRow.Value(Timestamp.from(Instant.now()), "timestamptz"));
    return new StoredRow("outbox", columns);
  }

  /**
   * Puts that many events into the outbox in one transaction and waits until none is left.
   *
   * @return from the commit to the last row's removal
   */
  Pace drained(String topic, int events, UUID example) throws SQLException {
    try (Connection database = DriverManager.getConnection(stack.superuserUrl("cases"))) {
      try (PreparedStatement insert =
          database.prepareStatement(
              "insert into outbox (id, aggregatetype, aggregateid, type, payload, version,"
                  + " marking, time) select gen_random_uuid(), ?, id,"
                  + " 'org.toguna.crisis.recorded.v1', replace(?, ?, id), 1, 'GREEN', now() from"
                  + " (select gen_random_uuid()::text as id from generate_series(1, ?)) n")) {
        insert.setString(1, topic);
        insert.setString(2, event(stack, example));
        insert.setString(3, example.toString());
        insert.setInt(4, events);
        insert.executeUpdate();
      }
      var clock = Pace.start(stack);
      awaitEmpty(database);
      return clock.of(events);
    }
  }

  void awaitEmpty() throws SQLException {
    try (Connection database = DriverManager.getConnection(stack.superuserUrl("cases"))) {
      awaitEmpty(database);
    }
  }

  private static void awaitEmpty(Connection database) throws SQLException {
    await(database, "select not exists (select from outbox)");
  }

  /** Waits until a query says true. */
  static void await(Connection database, String question) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Statement statement = database.createStatement()) {
      while (System.nanoTime() < end) {
        try (ResultSet row = statement.executeQuery(question)) {
          if (row.next() && row.getBoolean(1)) {
            return;
          }
        }
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    }
    throw new IllegalStateException("Waited in vain for: " + question);
  }
}
