package org.toguna.kit.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How leaves and nodes of a tree are hashed: apart, so that neither passes for the other. */
final class Hashes {
  static final byte LEAF = 0;
  private static final byte NODE = 1;
  static final int LENGTH = 32;

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
    return node(sha256, left, 0, right, 0);
  }

  /** The node over two hashes, each standing somewhere in an array. */
  static byte[] node(MessageDigest sha256, byte[] left, int atLeft, byte[] right, int atRight) {
    byte[] both = new byte[1 + 2 * LENGTH];
    both[0] = NODE;
    System.arraycopy(left, atLeft, both, 1, LENGTH);
    System.arraycopy(right, atRight, both, 1 + LENGTH, LENGTH);
    return sha256.digest(both);
  }
}
