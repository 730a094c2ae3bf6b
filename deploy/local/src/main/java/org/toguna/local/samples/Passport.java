package org.toguna.local.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.toguna.parts.issuer.Claims;
import org.toguna.parts.issuer.SigningKey;

/**
 * The tokens of the sample users, with the roles and clearance that organisations.yaml gives them.
 */
final class Passport {

  private final String issuer;
  private final SigningKey key;
  private final Map<User, JsonNode> rights = new HashMap<>();

  Passport(String issuer, SigningKey key, JsonNode organisations) {
    this.issuer = issuer;
    this.key = key;
    for (var organisation : organisations) {
      for (var user : organisation.path("users")) {
        rights.put(new User(organisation.path("id").asText(), user.path("name").asText()), user);
      }
    }
  }

  /** The one who may import a gazetteer and register organisations. */
  User operator() {
    return rights.entrySet().stream()
        .filter(entry -> roles(entry.getValue()).contains(Claims.OPERATOR))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new LoadingFailed("no sample user is an operator"));
  }

  String token(User user) {
    var right = rights.get(user);
    if (right == null) {
      throw new LoadingFailed("organisations.yaml does not know %s".formatted(user));
    }
    var claims =
        new Claims(
            issuer,
            Claims.AUDIENCE,
            user.name(),
            user.organisation(),
            right.path("clearance").asText(null),
            List.copyOf(roles(right)),
            Instant.now(),
            Duration.ofMinutes(15));
    return key.sign(claims.asMap());
  }

  private static LinkedHashSet<String> roles(JsonNode right) {
    var roles = new LinkedHashSet<String>();
    right.path("roles").forEach(role -> roles.addAll(Claims.rolesOf(role.asText())));
    return roles;
  }
}
