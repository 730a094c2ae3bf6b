package org.toguna.kit.outbox;

import com.google.crypto.tink.subtle.AesSiv;
import com.google.crypto.tink.subtle.Hkdf;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The persons whom an audience names, on their way over the broker: sealed under the key that the
 * services share, for the record they are named in. Whoever reads the topics learns neither who
 * they are nor whether two records name the same.
 */
@ApplicationScoped
public class NamedPersons {
  private static final String PERSON = "person";
  private static final String SEALED = ":~";
  private static final int KEY_BYTES = 64;

  /** Names of any usual length look alike. */
  private static final int PADDED_TO = 48;

  private final AesSiv cipher;

  NamedPersons(@ConfigProperty(name = "TOGUNA_SHARED_KEY") String sharedKey)
      throws GeneralSecurityException {
    this.cipher =
        new AesSiv(
            Hkdf.computeHkdf(
                "HMACSHA256",
                Base64.getDecoder().decode(sharedKey),
                new byte[0],
                "persons on the broker".getBytes(StandardCharsets.US_ASCII),
                KEY_BYTES));
  }

  /** The principals as they may travel. */
  public Set<String> sealed(Set<String> principals, String record) {
    return each(principals, person -> seal(person, record));
  }

  /**
   * The principals as they were before they travelled.
   *
   * @throws IllegalArgumentException if they were sealed for another record or under another key
   */
  public Set<String> opened(Set<String> principals, String record) {
    return each(principals, person -> open(person, record));
  }

  private static Set<String> each(Set<String> principals, UnaryOperator<String> change) {
    return principals.stream()
        .map(one -> one.startsWith(PERSON) ? change.apply(one) : one)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String seal(String principal, String record) {
    int colon = principal.indexOf(':');
    byte[] name = principal.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(name, (name.length + PADDED_TO - 1) / PADDED_TO * PADDED_TO);
    try {
      return principal.substring(0, colon)
          + SEALED
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(cipher.encryptDeterministically(padded, bytes(record)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing a name failed.", e);
    }
  }

  private String open(String principal, String record) {
    int sealed = principal.indexOf(SEALED);
    if (sealed < 0) {
      throw new IllegalArgumentException("A person is named in clear.");
    }
    try {
      byte[] padded =
          cipher.decryptDeterministically(
              Base64.getUrlDecoder().decode(principal.substring(sealed + SEALED.length())),
              bytes(record));
      return principal.substring(0, sealed + 1)
          + new String(padded, StandardCharsets.UTF_8).replace("\0", "");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("A name was sealed under another key.", e);
    }
  }

  private static byte[] bytes(String record) {
    return record.getBytes(StandardCharsets.UTF_8);
  }
}
