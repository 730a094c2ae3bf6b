package org.toguna.parts.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The issuer's RSA key: signs tokens and shows its public half. */
public final class SigningKey {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final RSAPrivateCrtKey key;

  private SigningKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  public static SigningKey generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new SigningKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what {@link #encoded()} wrote. */
  public static SigningKey of(String encoded) {
    try {
      var specification = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
      return new SigningKey(
          (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(specification));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not an RSA key", e);
    }
  }

  /** The private key as base64 of its PKCS#8 form. */
  public String encoded() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** The key set (RFC 7517) that verifiers fetch. */
  public String jwks() {
    return json(Map.of("keys", List.of(publicMembers())));
  }

  /** A compact signed token (RFC 7519) with these claims. */
  public String sign(Map<String, ?> claims) {
    var content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", id())) + "." + part(claims);
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same claims with algorithm "none": no verifier may ever take it. */
  public static String unsigned(Map<String, ?> claims) {
    return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
  }

  static String json(Map<String, ?> members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Map<String, String> publicMembers() {
    return Map.of(
        "kty",
        "RSA",
        "use",
        "sig",
        "alg",
        "RS256",
        "kid",
        id(),
        "n",
        number(key.getModulus()),
        "e",
        number(key.getPublicExponent()));
  }

  private String id() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(key.getModulus().toByteArray());
      return URL.encodeToString(hash).substring(0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, ?> members) {
    return URL.encodeToString(json(members).getBytes(StandardCharsets.UTF_8));
  }

  private static String number(BigInteger number) {
    var bytes = number.toByteArray();
    var sign = bytes[0] == 0 ? 1 : 0;
    return URL.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
