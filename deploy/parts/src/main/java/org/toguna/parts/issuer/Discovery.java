package org.toguna.parts.issuer;

import java.util.List;
import java.util.Map;

/** The issuer's self-description (OpenID Connect Discovery 1.0). */
public final class Discovery {

  public static final String PATH = "/.well-known/openid-configuration";
  public static final String KEYS_PATH = "/jwks";

  private Discovery() {}

  public static String document(String issuer) {
    return SigningKey.json(
        Map.of(
            "issuer",
            issuer,
            "jwks_uri",
            issuer + KEYS_PATH,
            "authorization_endpoint",
            issuer + "/not-offered",
            "token_endpoint",
            issuer + "/not-offered",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
  }
}
