package org.toguna.kit.signing;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose key may speak on which topic. The entry that names a topic most closely holds for it,
 * alone; several entries of one name are several keys, so that a key can be changed.
 */
public final class Speakers {
  private static final String ANY = "*";
  private final Map<String, List<Ed25519Verify>> keys = new HashMap<>();
  private final List<String> listed = new ArrayList<>();

  /** Those who may speak on a topic, under the name of the entry that says so. */
  record Circle(String name, List<Ed25519Verify> keys) {}

  /**
   * @param entries each {@code topic=key} or {@code beginning.*=key}, the key being 32 bytes in
   *     base64
   */
  public Speakers(List<String> entries) {
    for (String entry : entries) {
      int end = entry.indexOf('=');
      if (end < 1) {
        throw new IllegalArgumentException("TOGUNA_EVENT_KEYS: topic=key is wanted, not " + entry);
      }
      String name = entry.substring(0, end).strip();
      String key = entry.substring(end + 1).strip();
      try {
        byte[] bytes = Base64.getDecoder().decode(key);
        keys.computeIfAbsent(name, any -> new ArrayList<>()).add(new Ed25519Verify(bytes));
        listed.add(SignedEvent.text(bytes));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "TOGUNA_EVENT_KEYS: the key of %s must be 32 bytes in base64.".formatted(name), e);
      }
    }
  }

  /** Whether anything that this key signs is believed anywhere. */
  boolean know(byte[] publicKey) {
    return listed.contains(SignedEvent.text(publicKey));
  }

  Circle on(String topic) {
    if (keys.containsKey(topic)) {
      return new Circle(topic, keys.get(topic));
    }
    for (int end = topic.lastIndexOf('.'); end >= 0; end = topic.lastIndexOf('.', end - 1)) {
      String name = topic.substring(0, end + 1) + ANY;
      if (keys.containsKey(name)) {
        return new Circle(name, keys.get(name));
      }
    }
    return new Circle(topic, List.of());
  }
}
