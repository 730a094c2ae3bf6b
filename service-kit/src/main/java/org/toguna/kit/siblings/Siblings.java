package org.toguna.kit.siblings;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.toguna.kit.db.DatabaseTrouble;

/**
 * Hears what siblings publish, a batch at a time. A batch is done when the read model holds it;
 * while the database is away it waits, and what can never be read is put aside as a dead letter.
 */
@ApplicationScoped
public class Siblings {
  private static final Logger LOG = Logger.getLogger(Siblings.class);
  private static final int ATTEMPTS_OF_A_LISTENER = 5;
  private static final long PAUSE_MILLIS = 250;
  private final EventReader reader;
  private final SiblingStore store;
  private final DeadLetters deadLetters;
  private final List<SiblingNews> listeners;
  private final CountDownLatch closing = new CountDownLatch(1);

  Siblings(
      EventReader reader,
      SiblingStore store,
      DeadLetters deadLetters,
      @Any Instance<SiblingNews> listeners) {
    this.reader = reader;
    this.store = store;
    this.deadLetters = deadLetters;
    this.listeners = listeners.stream().toList();
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  @Incoming("siblings")
  @Blocking
  void hear(ConsumerRecords<String, byte[]> batch) {
    var news = new ArrayList<SiblingRecord>(batch.count());
    for (ConsumerRecord<String, byte[]> message : batch) {
      try {
        SiblingRecord one = reader.read(message);
        if (tell(one)) {
          news.add(one);
        } else {
          putAside(message, "a listener failed");
        }
      } catch (Unreadable e) {
        putAside(message, e.getMessage());
      }
    }
    untilDone(() -> store.apply(news));
  }

  /** Reads dead letters again, after whatever was wrong has been mended. */
  boolean again(ConsumerRecord<String, byte[]> message) {
    try {
      SiblingRecord one = reader.read(message);
      if (!tell(one)) {
        return false;
      }
      store.apply(List.of(one));
      return true;
    } catch (Unreadable still) {
      return false;
    }
  }

  private boolean tell(SiblingRecord news) {
    for (SiblingNews listener : listeners) {
      if (listener.wants(news.topic()) && !tell(listener, news)) {
        return false;
      }
    }
    return true;
  }

  private boolean tell(SiblingNews listener, SiblingRecord news) {
    int failures = 0;
    while (true) {
      try {
        listener.heard(news);
        return true;
      } catch (DatabaseTrouble e) {
        pause("the database", e);
      } catch (RuntimeException e) {
        if (++failures == ATTEMPTS_OF_A_LISTENER) {
          LOG.errorf(e, "News of %s %s could not be acted on", news.topic(), news.id());
          return false;
        }
        pause("a listener", e);
      }
    }
  }

  private void putAside(ConsumerRecord<String, byte[]> message, String reason) {
    untilDone(() -> deadLetters.add(message, reason));
  }

  private void untilDone(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (DatabaseTrouble e) {
        pause("the database", e);
      }
    }
  }

  /** Waits a little; on shutdown the batch fails and is heard again after the restart. */
  private void pause(String what, RuntimeException why) {
    LOG.debugf(why, "Waiting for %s", what);
    try {
      if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("The service stops before this batch is done.", why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before this batch was done.", e);
    }
  }
}
