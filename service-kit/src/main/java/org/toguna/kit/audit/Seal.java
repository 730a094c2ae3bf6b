package org.toguna.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A signed statement that these entries, and no others, were made by the transactions of a range.
 *
 * @param fromXid first transaction of the range, inclusive
 * @param toXid end of the range, exclusive: all before it had ended when the seal was made
 * @param previous digest of the seal before, zeros for the first
 */
record Seal(
    long number,
    long fromXid,
    long toXid,
    long entries,
    byte[] root,
    byte[] previous,
    Instant at,
    byte[] signature) {
  static final byte[] NO_PREVIOUS = new byte[32];

  /** What is signed. */
  byte[] statement() {
    return String.join(
            "|",
            Long.toString(number),
            Long.toString(fromXid),
            Long.toString(toXid),
            Long.toString(entries),
            HexFormat.of().formatHex(root),
            HexFormat.of().formatHex(previous),
            Long.toString(at.toEpochMilli()))
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(statement());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Seal signed(byte[] by) {
    return new Seal(number, fromXid, toXid, entries, root, previous, at, by);
  }

  /** One line of the file outside the database. */
  String headLine() {
    return number
        + " "
        + HexFormat.of().formatHex(digest())
        + " "
        + HexFormat.of().formatHex(signature);
  }
}
