package org.toguna.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** A thread for each connection, each doing its step over and over. */
final class Threads {
  private Threads() {}

  @FunctionalInterface
  interface Step {
    void once(RandomGenerator random) throws Exception;
  }

  static double perSecond(List<? extends Step> steps, Duration time) {
    var done = new AtomicLong();
    var failure = new AtomicReference<Exception>();
    long started = System.nanoTime();
    long end = started + time.toNanos();
    List<Thread> threads =
        steps.stream()
            .map(step -> Thread.ofPlatform().start(() -> repeat(step, end, done, failure)))
            .toList();
    threads.forEach(Threads::join);
    if (failure.get() != null) {
      throw new IllegalStateException("Not even once may it fail", failure.get());
    }
    return done.get() * 1e9 / (System.nanoTime() - started);
  }

  private static void repeat(
      Step step, long end, AtomicLong done, AtomicReference<Exception> failure) {
    try {
      long times = 0;
      while (System.nanoTime() < end && failure.get() == null) {
        step.once(ThreadLocalRandom.current());
        times++;
      }
      done.addAndGet(times);
    } catch (Exception e) {
      failure.compareAndSet(null, e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
