package org.toguna.kit.identity;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Refusal;

/**
 * Recognises a token that was verified a moment ago: verifying costs half of a read, and a client
 * sends the same token with each of its requests. What it does not recognise is verified as ever.
 */
@Singleton
class RememberedTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {

  /** A key that the issuer withdraws is honoured no longer than this. */
  static final Duration REMEMBERED = Duration.ofSeconds(60);

  private static final int MOST = 1_000;
  private static final int BEFORE_VERIFICATION = 2_000;
  private static final int AFTER_ALL_OTHERS = -1_000;
  private static final String SCHEME = "Bearer ";

  private final ConcurrentHashMap<String, Verified> verified = new ConcurrentHashMap<>();
  private final Clock clock;
  private final NewestTokens newest;

  private record Verified(SecurityIdentity identity, Instant until) {}

  @Inject
  RememberedTokens(NewestTokens newest) {
    this(Clock.systemUTC(), newest);
  }

  RememberedTokens(Clock clock, NewestTokens newest) {
    this.clock = clock;
    this.newest = newest;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    return Uni.createFrom()
        .item(recall(context.request().headers().get(HttpHeaders.AUTHORIZATION)));
  }

  @Nullable SecurityIdentity recall(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return null;
    }
    Verified found = verified.get(authorization.substring(SCHEME.length()));
    return found != null && clock.instant().isBefore(found.until()) ? found.identity() : null;
  }

  /** Called with every identity that was just verified, complete with its roles. */
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    remember(identity);
    return Uni.createFrom().item(identity);
  }

  void remember(SecurityIdentity identity) {
    TokenCredential credential = identity.getCredential(TokenCredential.class);
    // A token bound to its sender's key is worth nothing without the proof of this very request.
    if (credential == null
        || !(identity.getPrincipal() instanceof JsonWebToken token)
        || token.getExpirationTime() == 0
        || token.containsClaim("cnf")) {
      return;
    }
    Reader reader;
    try {
      reader = Claims.reader(identity);
    } catch (Refusal itContradictsItself) {
      return; // whoever reads the claims will say so, each time
    }
    newest.heard(reader, NewestTokens.issued(token));
    Instant now = clock.instant();
    Instant expiry = Instant.ofEpochSecond(token.getExpirationTime());
    Instant until = now.plus(REMEMBERED);
    if (verified.size() >= MOST) {
      verified.values().removeIf(one -> !now.isBefore(one.until()));
    }
    if (verified.size() < MOST) {
      verified.put(
          credential.getToken(),
          new Verified(
              withoutItsRequest(identity, reader), expiry.isBefore(until) ? expiry : until));
    }
  }

  /**
   * Attributes belong to the request that was verified, and would keep it in memory; what its
   * claims came to is kept instead.
   */
  private static SecurityIdentity withoutItsRequest(SecurityIdentity identity, Reader reader) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredentials(identity.getCredentials())
        .addAttribute(CurrentReader.REMEMBERED, reader)
        .build();
  }

  /** Whoever is turned away is told by the mechanism that verifies. */
  @Override
  @SuppressWarnings("NullAway") // an empty answer means that somebody else answers
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public int getPriority() {
    return BEFORE_VERIFICATION;
  }

  @Override
  public int priority() {
    return AFTER_ALL_OTHERS;
  }
}
