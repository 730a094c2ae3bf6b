package org.toguna.kit.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How a signature goes with an event: three extension attributes of CloudEvents, and a hash over
 * all else that the event is, so that nothing of it can be changed, left out, or moved to another
 * topic or key.
 */
final class SignedEvent {
  static final String ROOT = "ce_signedroot";
  static final String PATH = "ce_signedpath";
  static final String SIGNATURE = "ce_signature";

  private static final Set<String> OF_THE_SIGNATURE = Set.of(ROOT, PATH, SIGNATURE);
  private static final byte[] PURPOSE = "toguna-events-v1\n".getBytes(StandardCharsets.UTF_8);
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private SignedEvent() {}

  /**
   * The leaf of an event: its length stands before each part, so that none can grow into the next.
   */
  static byte[] leaf(
      MessageDigest sha256,
      String topic,
      @Nullable String key,
      Headers headers,
      byte @Nullable [] value) {
    sha256.update(Hashes.LEAF);
    part(sha256, bytes(topic));
    part(sha256, key == null ? null : bytes(key));
    for (Header attribute : attributes(headers)) {
      part(sha256, bytes(attribute.key()));
      part(sha256, attribute.value());
    }
    part(sha256, null);
    part(sha256, value);
    return sha256.digest();
  }

  /** Whoever signs a root signs nothing else by it. */
  static byte[] statement(byte[] root) {
    return ByteBuffer.allocate(PURPOSE.length + root.length).put(PURPOSE).put(root).array();
  }

  static String text(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  static byte @Nullable [] bytes(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    try {
      return header == null || header.value() == null
          ? null
          : Base64.getDecoder().decode(header.value());
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static List<Header> attributes(Headers headers) {
    var attributes = new ArrayList<Header>();
    for (Header header : headers) {
      if (header.key().startsWith("ce_") && !OF_THE_SIGNATURE.contains(header.key())) {
        attributes.add(header);
      }
    }
    attributes.sort(Comparator.comparing(Header::key));
    return attributes;
  }

  private static void part(MessageDigest sha256, byte @Nullable [] part) {
    int length = part == null ? -1 : part.length;
    for (int shift = 24; shift >= 0; shift -= 8) {
      sha256.update((byte) (length >> shift));
    }
    if (part != null) {
      sha256.update(part);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
