package org.toguna.kit.operations;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.toguna.kit.idempotency.Retries;

/** Forgets, once an hour, what is kept for a while only: idempotency keys past their week. */
@ApplicationScoped
class Housekeeping {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private final AgroalDataSource system;
  private final CountDownLatch closing = new CountDownLatch(1);

  Housekeeping(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("housekeeping").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  private void run() {
    try {
      do {
        try (Connection connection = system.getConnection()) {
          Retries.forgetExpired(connection, Instant.now());
        } catch (SQLException e) {
          LOG.warnf("Expired keys stay for another hour: %s", e.getMessage());
        }
      } while (!closing.await(1, TimeUnit.HOURS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
