package org.toguna.parts.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

  @Test
  void anotherVerifierTakesTheTokenWithThePublishedKey() throws Exception {
    var key = SigningKey.of(SigningKey.generate().encoded());

    var token = new JsonWebSignature();
    token.setCompactSerialization(key.sign(Map.of("sub", "Aminata")));
    token.setKey(new JsonWebKeySet(key.jwks()).getJsonWebKeys().getFirst().getKey());

    assertThat(token.verifySignature()).isTrue();
    assertThat(token.getPayload()).isEqualTo("{\"sub\":\"Aminata\"}");
  }

  @Test
  void rolesAreCumulativeButOfficesOnlyRead() {
    assertThat(Claims.rolesOf("reviewer")).containsExactly("reader", "contributor", "reviewer");
    assertThat(Claims.rolesOf("protection-officer"))
        .containsExactly("reader", "protection-officer");
    assertThatThrownBy(() -> Claims.rolesOf("king")).hasMessageContaining("No role \"king\"");
  }
}
