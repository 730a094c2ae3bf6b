package org.toguna.kit.holders;

import java.time.Instant;

/** How often a holder has read since that was written down, when last, and which version. */
final class Since {
  private int minute;
  private int version;
  private long times;

  Since(Instant at, int version) {
    this.minute = minute(at);
    this.version = version;
  }

  private static int minute(Instant at) {
    return (int) (at.getEpochSecond() / 60);
  }

  /** Returns whether this is the first that is to be written down. */
  synchronized boolean again(Instant at, int nowVersion) {
    minute = Math.max(minute, minute(at));
    version = Math.max(version, nowVersion);
    return ++times == 1;
  }

  /** Hands over what is to be written down, and begins anew. */
  synchronized Readings take(Holder holder) {
    var readings = new Readings(holder, Instant.ofEpochSecond(minute * 60L), version, times);
    times = 0;
    return readings;
  }
}
