package org.toguna.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Wakes the relay when the database says that the outbox grew, whichever instance wrote it. */
@ApplicationScoped
class Wakening {
  /**
   * If a notice was missed, on a lost connection for instance, rows wait this long and no longer.
   */
  private static final long LONGEST_SLEEP_MILLIS = 500;

  private static final int LISTEN_MILLIS = 1_000;
  private final AgroalDataSource system;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean open = true;

  Wakening(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("outbox-wakening").daemon().start(this::listen);
  }

  void stop(@Observes ShutdownEvent event) {
    open = false;
  }

  void wake() {
    news.release();
  }

  void await() {
    sleep();
    news.drainPermits();
  }

  /** After a failure: no hurry, whatever the news. */
  void pause() {
    news.drainPermits();
    sleep();
  }

  private void sleep() {
    try {
      boolean woken = news.tryAcquire(LONGEST_SLEEP_MILLIS, TimeUnit.MILLISECONDS);
      if (woken) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    while (open) {
      try (Connection connection = system.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen outbox");
        PGConnection notices = connection.unwrap(PGConnection.class);
        while (open) {
          var heard = notices.getNotifications(LISTEN_MILLIS);
          if (heard != null && heard.length > 0) {
            wake();
          }
        }
        statement.execute("unlisten *");
      } catch (SQLException lost) {
        pause();
      }
    }
  }
}
