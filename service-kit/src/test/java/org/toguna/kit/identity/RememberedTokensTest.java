package org.toguna.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** A token is recognised while it holds, for a minute, and only as the very same token. */
class RememberedTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private final Hands hands = new Hands();
  private final RememberedTokens tokens = new RememberedTokens(hands, new NewestTokens());

  @Test
  void whatWasVerifiedIsRecognisedWithItsRoles() {
    tokens.remember(identity("abc", Map.of("exp", expiry(Duration.ofHours(1)))));

    assertThat(tokens.recall("Bearer abc"))
        .isNotNull()
        .satisfies(found -> assertThat(found.getRoles()).containsExactly("reader"));
  }

  @Test
  void anotherTokenIsNot() {
    tokens.remember(identity("abc", Map.of("exp", expiry(Duration.ofHours(1)))));

    assertThat(tokens.recall("Bearer abd")).isNull();
    assertThat(tokens.recall("Basic abc")).isNull();
    assertThat(tokens.recall(null)).isNull();
  }

  @Test
  void anExpiredTokenIsForgottenThatInstant() {
    tokens.remember(identity("abc", Map.of("exp", expiry(Duration.ofSeconds(10)))));

    hands.now = NOW.plusSeconds(9);
    assertThat(tokens.recall("Bearer abc")).isNotNull();
    hands.now = NOW.plusSeconds(10);
    assertThat(tokens.recall("Bearer abc")).isNull();
  }

  @Test
  void afterAMinuteItIsVerifiedAgain() {
    tokens.remember(identity("abc", Map.of("exp", expiry(Duration.ofHours(1)))));

    hands.now = NOW.plus(RememberedTokens.REMEMBERED);
    assertThat(tokens.recall("Bearer abc")).isNull();
  }

  @Test
  void aTokenBoundToItsSenderIsNeverRemembered() {
    tokens.remember(
        identity("abc", Map.of("exp", expiry(Duration.ofHours(1)), "cnf", Map.of("jkt", "x"))));

    assertThat(tokens.recall("Bearer abc")).isNull();
  }

  @Test
  void theRequestThatWasVerifiedIsNotKept() {
    tokens.remember(identity("abc", Map.of("exp", expiry(Duration.ofHours(1)))));

    assertThat(tokens.recall("Bearer abc"))
        .isNotNull()
        .satisfies(
            found -> assertThat(found.getAttributes()).containsOnlyKeys(CurrentReader.REMEMBERED));
  }

  @Test
  void aTokenThatContradictsItselfIsReadAgainEachTime() {
    tokens.remember(
        identity("abc", Map.of("exp", expiry(Duration.ofHours(1)), "clearance", "PURPLE")));

    assertThat(tokens.recall("Bearer abc")).isNull();
  }

  private static long expiry(Duration after) {
    return NOW.plus(after).getEpochSecond();
  }

  private static SecurityIdentity identity(String token, Map<String, Object> claims) {
    var alice = new HashMap<String, Object>(Map.of("organisation", "ngo-a", "sub", "alice"));
    alice.putAll(claims);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new Token(alice))
        .addRole("reader")
        .addCredential(new TokenCredential(token, "bearer"))
        .addAttribute("request", new Object())
        .build();
  }

  private record Token(Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return "alice";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // as the interface wants it
    public <T> T getClaim(String name) {
      return (T) claims.get(name);
    }
  }

  /** A clock set by hand. */
  private static final class Hands extends Clock {
    private Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
