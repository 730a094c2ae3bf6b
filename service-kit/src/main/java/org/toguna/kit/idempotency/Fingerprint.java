package org.toguna.kit.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Tells whether two requests with one key ask for the same, whatever the order of their members.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * @param operation what is asked, so that one key does not serve two operations
   */
  public static byte[] of(String operation, Object command, ObjectMapper json) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(canonical(json.valueToTree(command)).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  // Sets come in another order after each start, so the order of arrays cannot count either.
  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      var members = new TreeMap<String, String>();
      node.properties().forEach(m -> members.put(m.getKey(), canonical(m.getValue())));
      return members.toString();
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Fingerprint::canonical)
          .sorted()
          .collect(Collectors.joining(",", "[", "]"));
    }
    return node.isNumber() ? node.decimalValue().stripTrailingZeros().toString() : node.toString();
  }
}
