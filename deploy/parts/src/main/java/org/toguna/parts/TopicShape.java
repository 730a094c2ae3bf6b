package org.toguna.parts;

import java.time.Duration;
import java.util.Map;

/**
 * How a compacted topic is laid out. The segment being written is never compacted, so it is closed
 * early: what was erased must leave the disk, not only the table.
 */
public record TopicShape(
    int partitions,
    int replicas,
    long segmentBytes,
    Duration segmentAge,
    double dirtyRatio,
    Duration tombstonesKept) {

  public static final TopicShape LOCAL =
      new TopicShape(3, 1, 16L << 20, Duration.ofMinutes(10), 0.05, Duration.ofDays(1));

  /** Compacted within seconds, for tests that look at what is left. */
  public static final TopicShape EAGER =
      new TopicShape(3, 1, 1L << 20, Duration.ofSeconds(1), 0.001, Duration.ofSeconds(1));

  private static final Map<String, String> DEAD_LETTERS =
      Map.of(
          "cleanup.policy",
          "delete",
          "retention.ms",
          Long.toString(Duration.ofDays(30).toMillis()));

  Map<String, String> settings(String topic) {
    if (topic.endsWith(".dead-letter")) {
      return DEAD_LETTERS;
    }
    return Map.of(
        "cleanup.policy", "compact",
        "segment.bytes", Long.toString(segmentBytes),
        "segment.ms", Long.toString(segmentAge.toMillis()),
        "min.cleanable.dirty.ratio", Double.toString(dirtyRatio),
        "max.compaction.lag.ms", Long.toString(segmentAge.toMillis()),
        "delete.retention.ms", Long.toString(tombstonesKept.toMillis()));
  }
}
