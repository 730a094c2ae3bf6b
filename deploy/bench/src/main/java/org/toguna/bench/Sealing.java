package org.toguna.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals copies of records as the service does: AES-256-GCM, twelve bytes of nonce before the
 * ciphertext, each record's key wrapped by the master key. If it did so wrongly no copy would open.
 */
final class Sealing {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final byte[] master;
  private final SecureRandom random = new SecureRandom();

  Sealing(byte[] master) {
    this.master = master.clone();
  }

  byte[] freshKey() {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return key;
  }

  byte[] wrapped(byte[] key, UUID record) {
    return seal(master, key, bytes(record));
  }

  byte[] unwrapped(byte[] wrapped, UUID record) {
    return open(master, wrapped, bytes(record));
  }

  /**
   * @param view in capitals, as it is part of the place that a body is bound to
   */
  byte[] sealed(byte[] key, byte[] clear, UUID record, String view) {
    return seal(key, clear, place(record, view));
  }

  byte[] opened(byte[] key, byte[] sealed, UUID record, String view) {
    return open(key, sealed, place(record, view));
  }

  private static byte[] place(UUID record, String view) {
    return (record + "/" + view).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] seal(byte[] key, byte[] clear, byte[] associated) {
    try {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(clear);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] open(byte[] key, byte[] sealed, byte[] associated) {
    try {
      byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
      return cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
