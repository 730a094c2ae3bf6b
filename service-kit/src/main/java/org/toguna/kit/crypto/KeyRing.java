package org.toguna.kit.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes, wraps and unwraps the keys of records under the service's master key. */
@ApplicationScoped
public class KeyRing {
  private static final int KEY_BYTES = 32;
  private final AesGcmJce master;
  private final byte[] naming;

  KeyRing(Keys keys) throws GeneralSecurityException {
    this.master = new AesGcmJce(keys.master());
    this.naming =
        Hkdf.computeHkdf(
            "HMACSHA256",
            keys.master(),
            new byte[0],
            "names".getBytes(StandardCharsets.US_ASCII),
            KEY_BYTES);
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

  /**
   * A name for content that only this service can make: the same for the same content, and no help
   * to anybody who wants to know whether a known text is here.
   */
  public UUID nameOf(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(naming, "HmacSHA256"));
      ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(content));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java.", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
