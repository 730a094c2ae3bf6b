package org.toguna.kit.paging;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * Seals where a list goes on. A cursor holds the sort key of the last row, which may be more than
 * the reader saw of it, so it is encrypted, and it opens only for the same principals and filters.
 */
@Singleton
public class Cursors {

  private final Aead aead;

  @Inject
  Cursors(@ConfigProperty(name = "TOGUNA_CURSOR_KEY") String base64Key) {
    this(Base64.getDecoder().decode(base64Key));
  }

  public Cursors(byte[] key) {
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TOGUNA_CURSOR_KEY is not a key of 16 or 32 bytes.", e);
    }
  }

  /**
   * @param filters the list and all its filters in a canonical form; limit does not belong in it
   */
  public String seal(Reader reader, String filters, List<String> sortKey) {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      out.writeByte(sortKey.size());
      for (var part : sortKey) {
        out.writeUTF(part);
      }
      var sealed = aead.encrypt(bytes.toByteArray(), binding(reader, filters));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sort key, or a refusal if the cursor was edited, or made for others or other filters. */
  public List<String> open(Reader reader, String filters, String cursor) {
    try {
      var sealed = Base64.getUrlDecoder().decode(cursor);
      var plain = aead.decrypt(sealed, binding(reader, filters));
      try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
        var parts = new ArrayList<String>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
          parts.add(in.readUTF());
        }
        return List.copyOf(parts);
      }
    } catch (IllegalArgumentException | GeneralSecurityException | IOException e) {
      throw new Refusal(ProblemType.BAD_CURSOR, Phrase.of("bad-cursor.detail"));
    }
  }

  private static byte[] binding(Reader reader, String filters) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      reader
          .principals()
          .forEach(
              principal -> {
                digest.update(principal.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
              });
      digest.update((byte) 0);
      digest.update(filters.getBytes(StandardCharsets.UTF_8));
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
