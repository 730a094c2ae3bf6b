package org.toguna.kit.audit;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.toguna.kit.crypto.Keys;

/** Signs seals with the service's Ed25519 key. */
@ApplicationScoped
class Signer {
  private final Ed25519Sign sign;
  private final Ed25519Verify verify;

  Signer(Keys keys) throws GeneralSecurityException {
    var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(keys.audit());
    this.sign = new Ed25519Sign(pair.getPrivateKey());
    this.verify = new Ed25519Verify(pair.getPublicKey());
  }

  byte[] sign(byte[] statement) {
    try {
      return sign.sign(statement);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Signing a seal failed.", e);
    }
  }

  boolean signed(byte[] statement, byte[] signature) {
    try {
      verify.verify(signature, statement);
      return true;
    } catch (GeneralSecurityException no) {
      return false;
    }
  }
}
