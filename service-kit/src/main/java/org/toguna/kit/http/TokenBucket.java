package org.toguna.kit.http;

import java.util.concurrent.TimeUnit;

/** What one client may still ask within a minute; it fills steadily and never overflows. */
final class TokenBucket {

  private final long capacity;
  private final double perNano;
  private double left;
  private long at;

  TokenBucket(long perMinute, long now) {
    this.capacity = perMinute;
    this.perNano = perMinute / (double) TimeUnit.MINUTES.toNanos(1);
    this.left = perMinute;
    this.at = now;
  }

  /** What is left after one more request, or less than zero where there was nothing to take. */
  synchronized long take(long now) {
    left = Math.min(capacity, left + (now - at) * perNano);
    at = now;
    if (left < 1) {
      return -1;
    }
    left--;
    return (long) left;
  }

  /** Full again, so that nothing would be forgotten with it. */
  synchronized boolean idle(long now) {
    return left + (now - at) * perNano >= capacity;
  }
}
