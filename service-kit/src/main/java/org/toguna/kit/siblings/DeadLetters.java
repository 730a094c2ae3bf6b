package org.toguna.kit.siblings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.db.DatabaseTrouble;

/**
 * Messages that could not be read: kept once each, with the reason, and announced on a topic of
 * their own.
 */
@ApplicationScoped
public class DeadLetters {
  private static final int KEPT_BYTES = 64 << 10;

  /** One row and its event, or neither: the same message heard twice is one dead letter. */
  private static final String ADD =
      "with d as (insert into dead_letter (topic, partition, kafka_offset, key, headers, value,"
          + " reason, at) values (?, ?, ?, ?, ?::jsonb, ?, ?, now()) on conflict do nothing"
          + " returning 1) insert into outbox (id, aggregatetype, aggregateid, type, payload,"
          + " version, marking, time) select ?, ?, ?, 'org.toguna.dead-letter.recorded.v1', ?, 1,"
          + " 'AMBER+STRICT', now() from d";

  private final AgroalDataSource system;
  private final ObjectMapper mapper;
  private final String service;

  DeadLetters(
      @DataSource("system") AgroalDataSource system,
      ObjectMapper mapper,
      @ConfigProperty(name = "toguna.service") String service) {
    this.system = system;
    this.mapper = mapper;
    this.service = service;
  }

  void add(ConsumerRecord<String, byte[]> message, String reason) {
    String id = message.topic() + "-" + message.partition() + "-" + message.offset();
    try (Connection connection = system.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setString(1, message.topic());
      insert.setInt(2, message.partition());
      insert.setLong(3, message.offset());
      insert.setBytes(
          4, message.key() == null ? null : message.key().getBytes(StandardCharsets.UTF_8));
      insert.setString(5, headers(message));
      insert.setBytes(6, kept(message.value()));
      insert.setString(7, reason);
      insert.setObject(8, UUID.randomUUID());
      insert.setString(9, service + ".dead-letter");
      insert.setString(10, id);
      insert.setString(
          11,
          mapper.writeValueAsString(
              Map.of(
                  "topic", message.topic(),
                  "partition", message.partition(),
                  "offset", message.offset(),
                  "reason", reason)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A dead letter as operators see it: where it lay and why, never what it said. */
  public record Letter(
      String topic,
      int partition,
      long offset,
      String reason,
      Instant at,
      @Nullable Instant replayedAt) {}

  public List<Letter> list(int limit) {
    try (Connection connection = system.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select topic, partition, kafka_offset, reason, at, replayed_at from dead_letter"
                    + " order by at desc, topic, partition, kafka_offset limit ?")) {
      select.setInt(1, limit);
      try (ResultSet rows = select.executeQuery()) {
        var letters = new ArrayList<Letter>();
        while (rows.next()) {
          var replayed = rows.getTimestamp(6);
          letters.add(
              new Letter(
                  rows.getString(1),
                  rows.getInt(2),
                  rows.getLong(3),
                  rows.getString(4),
                  rows.getTimestamp(5).toInstant(),
                  replayed == null ? null : replayed.toInstant()));
        }
        return letters;
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  /** The messages that wait for a replay, as they were received. */
  List<ConsumerRecord<String, byte[]>> waiting(int limit) {
    try (Connection connection = system.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select * from dead_letter where replayed_at is null order by at limit ?")) {
      select.setInt(1, limit);
      try (ResultSet rows = select.executeQuery()) {
        var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (rows.next()) {
          messages.add(message(rows));
        }
        return messages;
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  void replayed(ConsumerRecord<String, byte[]> message) {
    try (Connection connection = system.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update dead_letter set replayed_at = now() where topic = ? and partition = ? and"
                    + " kafka_offset = ?")) {
      update.setString(1, message.topic());
      update.setInt(2, message.partition());
      update.setLong(3, message.offset());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private ConsumerRecord<String, byte[]> message(ResultSet row) throws SQLException {
    byte[] key = row.getBytes("key");
    var message =
        new ConsumerRecord<String, byte[]>(
            row.getString("topic"),
            row.getInt("partition"),
            row.getLong("kafka_offset"),
            key == null ? null : new String(key, StandardCharsets.UTF_8),
            row.getBytes("value"));
    try {
      mapper
          .readValue(row.getString("headers"), new TypeReference<Map<String, String>>() {})
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return message;
  }

  private String headers(ConsumerRecord<String, byte[]> message) throws JsonProcessingException {
    var headers = new LinkedHashMap<String, String>();
    message
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.key(),
                    header.value() == null
                        ? ""
                        : new String(header.value(), StandardCharsets.UTF_8)
                            .replace("\u0000", "")));
    return mapper.writeValueAsString(headers);
  }

  private static byte @Nullable [] kept(byte @Nullable [] value) {
    return value == null || value.length <= KEPT_BYTES ? value : Arrays.copyOf(value, KEPT_BYTES);
  }
}
