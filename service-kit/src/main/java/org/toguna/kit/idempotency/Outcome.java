package org.toguna.kit.idempotency;

import java.util.UUID;

/** What a write did; no more than this is kept of it, so that no old answer outlives its policy. */
public record Outcome(int status, UUID record, int version, boolean replayed) {

  public static Outcome created(UUID record, int version) {
    return new Outcome(201, record, version, false);
  }

  public static Outcome ok(UUID record, int version) {
    return new Outcome(200, record, version, false);
  }
}
