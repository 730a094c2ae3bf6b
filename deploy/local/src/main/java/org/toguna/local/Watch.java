package org.toguna.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.toguna.parts.Part;
import org.toguna.parts.PartFailed;

/**
 * Keeps one part running: whoever ends it, it is started again, ever later if it does not stand.
 */
final class Watch {

  /** As long as nothing at all moves in it: a busy machine is slow, and slow is not broken. */
  private static final Duration STILLNESS = Duration.ofSeconds(180);

  private static final long SAID_AGAIN_SECONDS = 20;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration STANDS = Duration.ofSeconds(20);

  private final Part part;
  private final Voice voice;
  private final Runnable changed;
  private final BooleanSupplier stopping;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final Object bell = new Object();
  private volatile boolean ending;
  private volatile boolean ready;
  private volatile int restarts;

  Watch(Part part, Voice voice, Runnable changed, BooleanSupplier stopping) {
    this.part = part;
    this.voice = voice;
    this.changed = changed;
    this.stopping = stopping;
  }

  void begin() {
    Thread.ofPlatform().daemon().name("watch " + part.name()).start(this::keep);
  }

  /**
   * @throws PartFailed why it did not come up
   */
  void awaitFirstReady() {
    try {
      while (!firstReadyWithin(SAID_AGAIN_SECONDS)) {
        voice.say("still waiting for %s: %s".formatted(part.name(), part.waitsFor()));
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PartFailed failed ? failed : new PartFailed("" + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailed("asked to end while starting", e);
    }
  }

  private boolean firstReadyWithin(long seconds) throws InterruptedException, ExecutionException {
    try {
      firstReady.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  String name() {
    return part.name();
  }

  StackState.PartState state() {
    return new StackState.PartState(ProcessMark.of(part.pid()), ready && part.isAlive(), restarts);
  }

  /** Returns whether the part ended without force. */
  boolean end(Duration patience) {
    endNow();
    return part.stop(patience);
  }

  void kill() {
    endNow();
    part.kill();
  }

  private void endNow() {
    ending = true;
    synchronized (bell) {
      bell.notifyAll();
    }
  }

  private void keep() {
    var pause = SHORTEST_PAUSE;
    while (!ending && !stopping.getAsBoolean()) {
      var begun = System.nanoTime();
      try {
        part.start();
        changed.run();
        part.awaitReady(STILLNESS);
        ready = true;
        sayReady(begun);
        Precedence.standBack(part.pid());
        changed.run();
        ProcessHandle.of(part.pid()).ifPresent(process -> process.onExit().join());
        ready = false;
        if (System.nanoTime() - begun > STANDS.toNanos()) {
          pause = SHORTEST_PAUSE;
        }
      } catch (PartFailed e) {
        if (firstReady.completeExceptionally(e)) {
          return; // it has never stood: the person should know rather than wait
        }
        if (!ending) {
          voice.say("%s: %s".formatted(part.name(), e.getMessage()));
        }
        part.kill();
      }
      rest(pause);
      pause = longer(pause);
      // Ctrl-C reaches every process of the terminal at once: only now do we know who asked.
      if (!ending && !stopping.getAsBoolean()) {
        restarts++;
        voice.say("%s ended; bringing it back".formatted(part.name()));
        changed.run();
      }
    }
  }

  private void sayReady(long begun) {
    var seconds = (System.nanoTime() - begun) / 1e9;
    voice.say("%s is ready (%.1f s, process %d)".formatted(part.name(), seconds, part.pid()));
    firstReady.complete(null);
  }

  private void rest(Duration pause) {
    synchronized (bell) {
      try {
        bell.wait(pause.toMillis());
      } catch (InterruptedException e) {
        ending = true;
      }
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}
