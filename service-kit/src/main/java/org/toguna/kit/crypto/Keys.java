package org.toguna.kit.crypto;

import io.smallrye.config.ConfigMapping;

/**
 * The secrets of a service, each 32 random bytes in base64, given by the environment and never by a
 * file of the project.
 */
@ConfigMapping(prefix = "toguna")
public interface Keys {
  /** Wraps the keys of records; {@code TOGUNA_MASTER_KEY}. */
  String masterKey();

  /** Seed of the Ed25519 key that signs audit seals; {@code TOGUNA_AUDIT_KEY}. */
  String auditKey();
}
