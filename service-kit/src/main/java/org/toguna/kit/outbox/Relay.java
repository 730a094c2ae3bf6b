package org.toguna.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.signing.BatchSigner;

/**
 * Carries the outbox to Kafka, the states of each record in their order, signed. A row leaves the
 * table when the broker has acknowledged it, in one transaction that holds an advisory lock: a
 * second instance waits.
 *
 * <p>Of several states of one record that are carried together only the newest is sent. A process
 * that ends between acknowledgement and commit leaves its rows to be sent again; were they all
 * sent, the topic would go back from a record's newest state to an older one.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int BATCH = 2_000;
  private static final long ACKNOWLEDGED_WITHIN_SECONDS = 20;
  private static final long LOCK = 0x746f67756e61L;

  private final AgroalDataSource system;
  private final Producers producers;
  private final Wakening wakening;
  private final BatchSigner signer;
  private final String prefix;
  private final String source;
  private volatile boolean open = true;

  Relay(
      @DataSource("system") AgroalDataSource system,
      Producers producers,
      Wakening wakening,
      BatchSigner signer,
      @ConfigProperty(name = "toguna.topic-prefix") String prefix,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.system = system;
    this.producers = producers;
    this.wakening = wakening;
    this.signer = signer;
    this.prefix = prefix;
    this.source = "/" + application;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("outbox-relay").daemon().start(this::carry);
  }

  void stop(@Observes ShutdownEvent event) {
    open = false;
    wakening.wake();
  }

  private void carry() {
    while (open) {
      try {
        if (carryBatch() < BATCH) {
          wakening.await();
        }
      } catch (RuntimeException e) {
        LOG.warnf("The outbox waits: %s", e.getMessage());
        wakening.pause();
      }
    }
  }

  /** The broker did not acknowledge in time; the rows stay for the next attempt. */
  private static final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undelivered(Throwable cause) {
      super("the broker does not acknowledge", cause);
    }
  }

  /** How many rows were carried; the benchmark and the tests call it through the outbox itself. */
  private int carryBatch() {
    try (Connection connection = system.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int carried = locked(connection) ? carry(connection) : 0;
        connection.commit();
        return carried;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new DatabaseTrouble(e);
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private int carry(Connection connection) throws SQLException {
    List<Long> carried = new ArrayList<>();
    Map<String, ProducerRecord<String, byte[]>> newest = new LinkedHashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("select * from outbox order by seq limit " + BATCH);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        carried.add(rows.getLong("seq"));
        ProducerRecord<String, byte[]> message = message(rows);
        newest.put(message.topic() + "/" + message.key(), message);
      }
    }
    if (carried.isEmpty()) {
      return 0;
    }
    signer.sign(newest.values());
    Producer<String, byte[]> producer = producers.producer();
    List<Future<RecordMetadata>> acknowledgements =
        newest.values().stream().map(producer::send).toList();
    producer.flush();
    await(acknowledgements);
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where seq = any (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", carried.toArray()));
      delete.executeUpdate();
    }
    return carried.size();
  }

  private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
    String payload = row.getString("payload");
    var message =
        new ProducerRecord<String, byte[]>(
            prefix + row.getString("aggregatetype"),
            row.getString("aggregateid"),
            payload == null ? null : payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    CloudEvent.put(message.headers(), row, source);
    return message;
  }

  private static void await(List<Future<RecordMetadata>> acknowledgements) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ACKNOWLEDGED_WITHIN_SECONDS);
    try {
      for (Future<RecordMetadata> acknowledgement : acknowledgements) {
        acknowledgement.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new Undelivered(e);
    }
  }
}
