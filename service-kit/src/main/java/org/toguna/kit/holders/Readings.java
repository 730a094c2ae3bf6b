package org.toguna.kit.holders;

import java.time.Instant;

/** Readings of one holder that are written down together. */
record Readings(Holder holder, Instant last, int version, long times) {
  Readings and(Readings others) {
    return new Readings(
        holder,
        last.isAfter(others.last) ? last : others.last,
        Math.max(version, others.version),
        times + others.times);
  }
}
