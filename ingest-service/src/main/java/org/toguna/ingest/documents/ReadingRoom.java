package org.toguna.ingest.documents;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.ingest.text.Pace;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * Where reports are read: on few threads of its own, one report of a person at a time, each with a
 * deadline, so that nobody's reports keep others from being served.
 */
@ApplicationScoped
class ReadingRoom {

  private static final int MOST_QUEUED = 64;
  private static final int MOST_WAITING = 4;

  private final ExecutorService readers;
  private final ScheduledExecutorService clock;
  private final ConcurrentHashMap<String, Seat> seats = new ConcurrentHashMap<>();
  private final int perPerson;
  private final Duration patience;
  private final Duration deadline;

  ReadingRoom(
      @ConfigProperty(name = "toguna.reading.threads") int threads,
      @ConfigProperty(name = "toguna.reading.per-person") int perPerson,
      @ConfigProperty(name = "toguna.reading.patience") Duration patience,
      @ConfigProperty(name = "toguna.reading.deadline") Duration deadline) {
    this.perPerson = perPerson;
    this.patience = patience;
    this.deadline = deadline;
    readers =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_QUEUED),
            Thread.ofPlatform().daemon().name("reading-", 0).factory());
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reading-clock").factory());
  }

  void close(@Observes ShutdownEvent end) {
    readers.shutdownNow();
    clock.shutdownNow();
  }

  /** A person's turn, and how many wait for it. */
  private static final class Seat {
    private final Semaphore turn;
    private int taken;

    Seat(int places) {
      turn = new Semaphore(places, true);
    }
  }

  /**
   * Reads in turn.
   *
   * @throws Pace.TimeIsUp if it takes longer than a report is given
   * @throws Refusal if this person, or everybody together, has too many under way
   */
  <T> T read(Reader reader, Supplier<T> work) {
    var person = reader.person();
    var seat = enter(person);
    try {
      if (!seat.turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooMany();
      }
      try {
        return done(work);
      } finally {
        seat.turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(ProblemType.OVERLOADED, "The service is going down. Try again.");
    } finally {
      leave(person);
    }
  }

  private Seat enter(String person) {
    return seats.compute(
        person,
        (any, known) -> {
          var seat = known == null ? new Seat(perPerson) : known;
          if (seat.taken >= perPerson + MOST_WAITING) {
            throw tooMany();
          }
          seat.taken++;
          return seat;
        });
  }

  private void leave(String person) {
    seats.computeIfPresent(person, (any, seat) -> --seat.taken == 0 ? null : seat);
  }

  private static Refusal tooMany() {
    return new Refusal(
        ProblemType.TOO_MANY_REQUESTS,
        "Your reports are read one after the other, and others of yours are being read. Post this"
            + " one again when they are done.");
  }

  private <T> T done(Supplier<T> work) throws InterruptedException {
    var timed = new Timed<T>(work);
    try {
      var under = readers.submit(timed::call);
      return under.get();
    } catch (RejectedExecutionException | CancellationException full) {
      throw new Refusal(ProblemType.OVERLOADED, "Too many reports wait to be read.");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException own
          ? own
          : new IllegalStateException(failed.getCause());
    }
  }

  /** Work whose thread is interrupted when its time is up, and never after it is done. */
  private final class Timed<T> {
    private final Supplier<T> work;
    private boolean over;

    Timed(Supplier<T> work) {
      this.work = work;
    }

    T call() {
      var thread = Thread.currentThread();
      var alarm = clock.schedule(() -> ring(thread), deadline.toMillis(), TimeUnit.MILLISECONDS);
      try {
        return work.get();
      } finally {
        synchronized (this) {
          over = true;
        }
        alarm.cancel(false);
        Thread.interrupted();
      }
    }

    private synchronized void ring(Thread thread) {
      if (!over) {
        thread.interrupt();
      }
    }
  }
}
