package org.toguna.kit.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/** The opened key of one record: seals and opens what belongs to it (AES-256-GCM). */
public final class RecordKey {
  private final AesGcmJce cipher;

  RecordKey(byte[] raw) {
    try {
      this.cipher = new AesGcmJce(raw);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A record key must be 32 bytes.", impossible);
    }
  }

  /** Seals {@code clear}; {@code place} binds the ciphertext to where it is stored. */
  public byte[] seal(byte[] clear, String place) {
    try {
      return cipher.encrypt(clear, place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed.", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same place.
   *
   * @throws BrokenSeal if it was changed, moved, or sealed under another key
   */
  public byte[] open(byte[] sealed, String place) {
    try {
      return cipher.decrypt(sealed, place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal(place, e);
    }
  }
}
