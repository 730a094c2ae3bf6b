package org.toguna.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TokensTest {

  private final Tokens alice = Tokens.reviewer("ngo-a").user("alice").cleared("AMBER");

  @Test
  void aVerifierThatOnlyKnowsTheIssuerTakesAnHonestToken() throws Exception {
    var claims = verifier().processToClaims(alice.token());

    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.getStringClaimValue("organisation")).isEqualTo("ngo-a");
    assertThat(claims.getStringClaimValue("clearance")).isEqualTo("AMBER");
    assertThat(claims.getStringListClaimValue("groups"))
        .containsExactly("reader", "contributor", "reviewer");
  }

  @Test
  void itRefusesEveryDishonestOne() throws Exception {
    var verifier = verifier();
    for (var token :
        new String[] {
          alice.expired(),
          alice.foreignIssuer(),
          alice.forged(),
          alice.wrongAudience(),
          alice.unsigned()
        }) {
      assertThatThrownBy(() -> verifier.process(token)).isInstanceOf(InvalidJwtException.class);
    }
  }

  private static JwtConsumer verifier() throws Exception {
    var keys = new JsonWebKeySet(get(IssuerForTests.address() + "/jwks"));
    assertThat(get(IssuerForTests.address() + "/.well-known/openid-configuration"))
        .contains("\"issuer\":\"" + IssuerForTests.address() + "\"");
    return new JwtConsumerBuilder()
        .setExpectedIssuer(IssuerForTests.address())
        .setExpectedAudience("toguna")
        .setRequireExpirationTime()
        .setVerificationKey(keys.getJsonWebKeys().getFirst().getKey())
        .build();
  }

  private static String get(String address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
