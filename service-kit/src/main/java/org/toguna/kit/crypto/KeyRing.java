package org.toguna.kit.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Makes, wraps and unwraps the keys of records under the service's master key. */
@ApplicationScoped
public class KeyRing {
  private static final int KEY_BYTES = 32;
  private final AesGcmJce master;

  KeyRing(Keys keys) throws GeneralSecurityException {
    this.master = new AesGcmJce(keys.master());
  }

  /** A fresh key as it is stored: wrapped, and bound to its record. */
  public byte[] freshWrapped(UUID record) {
    try {
      return master.encrypt(Random.randBytes(KEY_BYTES), bytes(record));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Wrapping a record key failed.", e);
    }
  }

  /**
   * The usable key of a record.
   *
   * @throws BrokenSeal if it was wrapped for another record or under another master key
   */
  public RecordKey unwrap(UUID record, byte[] wrapped) {
    try {
      return new RecordKey(master.decrypt(wrapped, bytes(record)));
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal("the key of a record", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
