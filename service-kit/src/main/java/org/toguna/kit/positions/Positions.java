package org.toguna.kit.positions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * Signs positions, so that nobody can make a sibling wait for, or tell of, a record that they never
 * wrote.
 */
@Singleton
public class Positions {

  public static final String HEADER = "Toguna-Position";

  private static final int PLAIN = Long.BYTES * 2 + Integer.BYTES;
  private static final int SIGNATURE = 16;

  private final SecretKeySpec key;

  @Inject
  Positions(@ConfigProperty(name = "TOGUNA_SHARED_KEY") String base64Key) {
    this(Base64.getDecoder().decode(base64Key));
  }

  public Positions(byte[] key) {
    if (key.length < 32) {
      throw new IllegalStateException("TOGUNA_SHARED_KEY is shorter than 32 bytes.");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** What a write answers in {@value #HEADER}. */
  public String token(UUID record, int version) {
    var plain =
        ByteBuffer.allocate(PLAIN)
            .putLong(record.getMostSignificantBits())
            .putLong(record.getLeastSignificantBits())
            .putInt(version)
            .array();
    var token = ByteBuffer.allocate(PLAIN + SIGNATURE).put(plain).put(signature(plain)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  public Position read(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token.strip());
    } catch (IllegalArgumentException e) {
      throw forged();
    }
    if (bytes.length != PLAIN + SIGNATURE
        || !MessageDigest.isEqual(
            Arrays.copyOfRange(bytes, PLAIN, bytes.length),
            signature(Arrays.copyOf(bytes, PLAIN)))) {
      throw forged();
    }
    var plain = ByteBuffer.wrap(bytes);
    return new Position(new UUID(plain.getLong(), plain.getLong()), plain.getInt());
  }

  private byte[] signature(byte[] plain) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      // The same key may sign other things one day; the word keeps these apart from them.
      mac.update("position".getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(mac.doFinal(plain), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal forged() {
    return new Refusal(ProblemType.BAD_POSITION, Phrase.of("bad-position.detail"));
  }
}
