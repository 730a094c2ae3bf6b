package org.toguna.kit.testapp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Signs tokens with a key that the service under test trusts, and that nobody else has. */
public class Tokens implements QuarkusTestResourceLifecycleManager {

  private static final KeyPair KEYS = keys();
  static final String ISSUER = "http://issuer.test";

  @Override
  public Map<String, String> start() {
    var key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    return Map.of(
        "quarkus.oidc.public-key", key,
        "quarkus.oidc.auth-server-url", "",
        "TOGUNA_ISSUER", ISSUER);
  }

  @Override
  public void stop() {}

  public static String of(String organisation, String name, String... groups) {
    return signed(claims(name).claim("organisation", organisation).groups(Set.of(groups)));
  }

  public static JwtClaimsBuilder claims(String name) {
    return Jwt.issuer(ISSUER).audience("toguna").subject(name).expiresIn(300);
  }

  public static String signed(JwtClaimsBuilder claims) {
    return claims.sign(KEYS.getPrivate());
  }

  static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
