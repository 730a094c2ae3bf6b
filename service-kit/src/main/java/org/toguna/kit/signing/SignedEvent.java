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
    var parts = new ArrayList<byte @Nullable []>();
    parts.add(bytes(topic));
    parts.add(key == null ? null : bytes(key));
    for (Header attribute : attributes(headers)) {
      parts.add(bytes(attribute.key()));
      parts.add(attribute.value());
    }
    parts.add(null);
    parts.add(value);
    // Put together first: a digest that is fed in crumbs takes twice as long.
    int length = 1;
    for (byte[] part : parts) {
      length += Integer.BYTES + (part == null ? 0 : part.length);
    }
    ByteBuffer all = ByteBuffer.allocate(length).put(Hashes.LEAF);
    for (byte[] part : parts) {
      all.putInt(part == null ? -1 : part.length);
      if (part != null) {
        all.put(part);
      }
    }
    return sha256.digest(all.array());
  }

  /** Whoever signs a root signs nothing else by it. */
  static byte[] statement(byte[] root) {
    return ByteBuffer.allocate(PURPOSE.length + root.length).put(PURPOSE).put(root).array();
  }

  static String text(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** What a header says in base64; null if there is no such header, or it says no such thing. */
  static byte @Nullable [] bytes(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : decoded(header.value());
  }

  static byte @Nullable [] decoded(byte[] base64) {
    try {
      return Base64.getDecoder().decode(base64);
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

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
