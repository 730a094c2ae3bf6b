package org.toguna.ingest.text;

import org.jspecify.annotations.Nullable;

/** What became of one posted report: read, read in part, or not at all and why. */
public record Reading(
    Status status,
    String originalSha256,
    @Nullable CanonicalText text,
    Metadata metadata,
    @Nullable Fault fault,
    @Nullable String detail) {

  /** How much of the report stands. */
  public enum Status {
    READ,
    PARTIAL,
    FAILED
  }

  /** A report that took too long before it had a text. */
  public static Reading late(byte[] original) {
    return failed(Sha256.hex(original), Fault.OUT_OF_TIME, "The report took too long to read.");
  }

  static Reading failed(String originalSha256, Fault fault, String detail) {
    return new Reading(Status.FAILED, originalSha256, null, Metadata.NONE, fault, detail);
  }
}
