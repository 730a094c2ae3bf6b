package org.toguna.parts.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a token says of its bearer, in the words that the services read. */
public record Claims(
    String issuer,
    String audience,
    String user,
    @Nullable String organisation,
    @Nullable String clearance,
    List<String> roles,
    Instant issuedAt,
    Duration lifetime) {

  public static final String AUDIENCE = "toguna";

  /** Each of these implies the ones before it. */
  private static final List<String> LADDER = List.of("reader", "contributor", "reviewer");

  /** The role of those who run the registry, and the organisation in which alone it counts. */
  public static final String OPERATOR = "operator";

  private static final List<String> OFFICES =
      List.of("protection-officer", "administrator", OPERATOR);

  public Claims {
    roles = List.copyOf(roles);
  }

  /** All the roles that come with one: a reviewer also contributes, an administrator also reads. */
  public static List<String> rolesOf(String role) {
    if (OFFICES.contains(role)) {
      return List.of(LADDER.getFirst(), role);
    }
    var step = LADDER.indexOf(role);
    if (step < 0) {
      throw new IllegalArgumentException(
          "No role \"%s\"; there are %s, %s".formatted(role, LADDER, OFFICES));
    }
    return LADDER.subList(0, step + 1);
  }

  public Map<String, Object> asMap() {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", issuer);
    claims.put("aud", audience);
    claims.put("sub", user);
    claims.put("upn", user);
    if (organisation != null) {
      claims.put("organisation", organisation);
    }
    if (clearance != null) {
      claims.put("clearance", clearance);
    }
    claims.put("groups", roles);
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", issuedAt.plus(lifetime).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }
}
