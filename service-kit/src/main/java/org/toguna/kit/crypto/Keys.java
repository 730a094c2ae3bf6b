package org.toguna.kit.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of a service, each 32 random bytes in base64, given by the environment and never by a
 * file of the project.
 */
@ApplicationScoped
public class Keys {
  private static final int BYTES = 32;
  private final byte[] master;
  private final byte[] audit;

  Keys(
      @ConfigProperty(name = "toguna.master-key") String master,
      @ConfigProperty(name = "toguna.audit-key") String audit) {
    this.master = decoded("TOGUNA_MASTER_KEY", master);
    this.audit = decoded("TOGUNA_AUDIT_KEY", audit);
  }

  /** Wraps the keys of records. */
  byte[] master() {
    return master.clone();
  }

  /** Seed of the Ed25519 key that signs audit seals. */
  public byte[] audit() {
    return audit.clone();
  }

  private static byte[] decoded(String name, String base64) {
    byte[] key = Base64.getDecoder().decode(base64);
    if (key.length != BYTES) {
      throw new IllegalArgumentException(name + " must be 32 random bytes in base64.");
    }
    return key;
  }
}
