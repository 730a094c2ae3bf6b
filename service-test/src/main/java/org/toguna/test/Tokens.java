package org.toguna.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.parts.issuer.Claims;
import org.toguna.parts.issuer.SigningKey;

/**
 * Bearer tokens for tests, said as a sentence: {@code
 * Tokens.reviewer("ngo-a").cleared("AMBER").user("alice").token()}.
 */
public record Tokens(
    String user,
    @Nullable String organisation,
    @Nullable String clearance,
    List<String> roles,
    String issuer,
    String audience,
    Duration age) {

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  public static Tokens reader(String organisation) {
    return as("reader", organisation);
  }

  public static Tokens contributor(String organisation) {
    return as("contributor", organisation);
  }

  public static Tokens reviewer(String organisation) {
    return as("reviewer", organisation);
  }

  public static Tokens protectionOfficer(String organisation) {
    return as("protection-officer", organisation);
  }

  public static Tokens administrator(String organisation) {
    return as("administrator", organisation);
  }

  /** Somebody who runs the registry, and is of no partner. */
  public static Tokens operator() {
    return as(Claims.OPERATOR, Claims.OPERATOR);
  }

  /** A bearer with one role and those it implies, named after role and organisation. */
  public static Tokens as(String role, String organisation) {
    return new Tokens(
        role + "-of-" + organisation,
        organisation,
        null,
        Claims.rolesOf(role),
        IssuerForTests.address(),
        Claims.AUDIENCE,
        Duration.ZERO);
  }

  public Tokens user(String name) {
    return new Tokens(name, organisation, clearance, roles, issuer, audience, age);
  }

  public Tokens cleared(String level) {
    return new Tokens(user, organisation, level, roles, issuer, audience, age);
  }

  public Tokens withoutOrganisation() {
    return new Tokens(user, null, clearance, roles, issuer, audience, age);
  }

  public Tokens withRoles(String... exactly) {
    return new Tokens(user, organisation, clearance, List.of(exactly), issuer, audience, age);
  }

  public Tokens forAudience(String other) {
    return new Tokens(user, organisation, clearance, roles, issuer, other, age);
  }

  public Tokens ofIssuer(String other) {
    return new Tokens(user, organisation, clearance, roles, other, audience, age);
  }

  public Tokens aged(Duration since) {
    return new Tokens(user, organisation, clearance, roles, issuer, audience, since);
  }

  public String token() {
    return IssuerForTests.key().sign(claims().asMap());
  }

  /** Good in everything but that its time is over. */
  public String expired() {
    return aged(LIFETIME.plusMinutes(10)).token();
  }

  /** Of another issuer, which signs with its own key. */
  public String foreignIssuer() {
    return SigningKey.generate().sign(ofIssuer("https://issuer.example.org").claims().asMap());
  }

  /** Says that it is of our issuer, but is signed with a key that is not the issuer's. */
  public String forged() {
    return SigningKey.generate().sign(claims().asMap());
  }

  /** Of our issuer, but meant for another application. */
  public String wrongAudience() {
    return forAudience("somewhere-else").token();
  }

  /** Of our issuer by its own word: nobody signed it. */
  public String unsigned() {
    return SigningKey.unsigned(claims().asMap());
  }

  private Claims claims() {
    return new Claims(
        issuer, audience, user, organisation, clearance, roles, Instant.now().minus(age), LIFETIME);
  }
}
