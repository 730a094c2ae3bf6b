package org.toguna.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A client that writes fifty times a second and keeps a ledger of its own. When it does not learn
 * what became of a write it asks again with the same key, until it knows.
 */
final class LedgerWriter implements AutoCloseable {
  private static final long EVERY_MILLIS = 20;
  private static final int MOST_AT_ONCE = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  /** One write: what was sent, how often, and what it became. */
  record Entry(String path, String key, String body, int attempts, String id, int status) {}

  final ConcurrentLinkedQueue<Entry> ledger = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  final AtomicInteger unknown = new AtomicInteger();
  final AtomicInteger revisions = new AtomicInteger();
  private final String organisation;
  private final Client client;
  private final Semaphore seats = new Semaphore(MOST_AT_ONCE);
  private final java.util.concurrent.ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor();
  private final java.util.concurrent.ExecutorService hands =
      Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  LedgerWriter(String organisation) {
    this.organisation = organisation;
    this.client = Client.as("reviewer", organisation);
  }

  void start() {
    clock.scheduleAtFixedRate(this::next, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Ends the writing and waits until every outcome is known. */
  @Override
  public void close() {
    clock.shutdownNow();
    Awaitility.await("every outcome").atMost(PATIENCE).until(() -> open.get() == 0);
    hands.close();
  }

  /** The same request once more. */
  Client.Answer repeat(Entry entry) {
    return client.post(entry.path(), entry.body(), entry.key());
  }

  List<Entry> recorded(String path) {
    return ledger.stream().filter(entry -> entry.path().equals(path)).toList();
  }

  private void next() {
    if (!seats.tryAcquire()) {
      return; // as many as a patient client keeps under way
    }
    var n = number.incrementAndGet();
    open.incrementAndGet();
    hands.submit(
        () -> {
          try {
            if (n % 5 == 0) {
              revise();
            } else if (n % 5 == 1) {
              write("/actors/v1/actors", actor(n));
            } else {
              write("/cases/v1/crises", crisis(n));
            }
          } catch (RuntimeException e) {
            failures.add(String.valueOf(e));
          } finally {
            open.decrementAndGet();
            seats.release();
          }
        });
  }

  private void write(String path, String body) {
    var key = UUID.randomUUID().toString();
    var attempts = new AtomicInteger();
    var answer =
        Awaitility.await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> attempt(path, body, key, attempts), got -> got.status() < 500);
    if (answer.status() == 201) {
      ledger.add(new Entry(path, key, body, attempts.get(), answer.id(), 201));
    } else {
      failures.add(answer.status() + " " + answer.body());
    }
  }

  private Client.Answer attempt(String path, String body, String key, AtomicInteger attempts) {
    if (attempts.incrementAndGet() > 1) {
      unknown.incrementAndGet();
    }
    try {
      var answer =
          client.trySend(
              "POST",
              path,
              body,
              Map.of("Content-Type", "application/json", "Idempotency-Key", key));
      // Somebody who asks again while the first try is still under way is told so; and somebody with
      // as many under way as an organisation may have is told to come again.
      return answer.status() == 409 || answer.status() == 429 ? lost() : answer;
    } catch (IOException e) {
      return lost();
    }
  }

  private static Client.Answer lost() {
    return new Client.Answer(599, Map.of(), "");
  }

  /** Changes something recorded before; who does not learn the outcome reads the record again. */
  private void revise() {
    var known = recorded("/cases/v1/crises");
    if (known.isEmpty()) {
      return;
    }
    var path =
        "/cases/v1/crises/" + known.get(ThreadLocalRandom.current().nextInt(known.size())).id();
    try {
      var etag = client.get(path).etag();
      var answer =
          client.patch(path, etag, "{\"cause\":\"%s\"}".formatted(UUID.randomUUID().toString()));
      if (answer.status() == 200) {
        revisions.incrementAndGet();
      }
    } catch (UncheckedIOException e) {
      // It will be revised another time.
    }
  }

  private String crisis(int n) {
    return """
        {"type":"siege","status":"open","title":"Attempt %d","since":{"edtf":"2021-05"},
         "marking":{"tlp":"GREEN","owner":"%s"}}"""
        .formatted(n, organisation);
  }

  private String actor(int n) {
    return """
        {"type":"community","names":[{"text":"Attempt %d","type":"main"}],
         "marking":{"tlp":"GREEN","owner":"%s"}}"""
        .formatted(n, organisation);
  }
}
