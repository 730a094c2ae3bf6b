package org.toguna.parts;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/**
 * A service's key for signing its events, in the forms that the environment wants.
 *
 * @param seed the secret half: 32 bytes in base64
 * @param publicKey what others believe it by: 32 bytes in base64
 */
public record EventKeyPair(String seed, String publicKey) {
  private static final int BYTES = 32;

  public static EventKeyPair generate() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new EventKeyPair(
          last(pair.getPrivate().getEncoded()), last(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no Ed25519", e);
    }
  }

  /** Both encodings end with the key itself (RFC 8410). */
  private static String last(byte[] encoded) {
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
  }
}
