package org.toguna.kit.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With which key this service speaks, and whom it believes: both are said by the environment. */
@ApplicationScoped
class EventKeys {
  @Produces
  @Singleton
  BatchSigner signer(@ConfigProperty(name = "toguna.event-key") String seed) {
    return new BatchSigner(Base64.getDecoder().decode(seed));
  }

  /**
   * A service whose own key nobody would believe says so at its start, not by a topic of dead
   * letters.
   */
  @Produces
  @Singleton
  SignatureCheck check(
      @ConfigProperty(name = "toguna.event-keys") List<String> speakers, BatchSigner own) {
    var all = new Speakers(speakers);
    if (!all.know(own.publicKey())) {
      throw new IllegalArgumentException(
          "TOGUNA_EVENT_KEYS does not hold the public key of this service's TOGUNA_EVENT_KEY.");
    }
    return new SignatureCheck(all);
  }
}
