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
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }
}
