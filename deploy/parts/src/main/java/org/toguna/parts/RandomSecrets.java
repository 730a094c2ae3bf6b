package org.toguna.parts;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets made on the spot, in the forms that the services expect in their environment. */
public final class RandomSecrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomSecrets() {}

  /** A password without a character that an address or a shell would read otherwise. */
  public static String password() {
    return HexFormat.of().formatHex(bytes(16));
  }

  /** 32 bytes in base64: a key, or the seed of one. */
  public static String key() {
    return Base64.getEncoder().encodeToString(bytes(32));
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
