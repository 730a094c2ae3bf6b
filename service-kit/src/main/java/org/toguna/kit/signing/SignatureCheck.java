package org.toguna.kit.signing;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Whether an event was said by somebody who may speak on its topic. The path of each event is
 * followed; a root's signature is checked once and remembered for a while.
 */
public final class SignatureCheck {
  private static final int ROOTS_REMEMBERED = 1_000;
  private final Speakers speakers;

  /** Roots that held, under the speakers they held for; those used last stay. */
  private final Map<String, Boolean> sound =
      new LinkedHashMap<>(ROOTS_REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > ROOTS_REMEMBERED;
        }
      };

  public SignatureCheck(Speakers speakers) {
    this.speakers = speakers;
  }

  /**
   * Why the event is not believed; empty if it is.
   *
   * @param topic the topic's name without the deployment's prefix
   */
  public Optional<String> doubt(ConsumerRecord<String, byte[]> event, String topic) {
    byte[] root = SignedEvent.bytes(event.headers(), SignedEvent.ROOT);
    byte[] path = SignedEvent.bytes(event.headers(), SignedEvent.PATH);
    byte[] signature = SignedEvent.bytes(event.headers(), SignedEvent.SIGNATURE);
    if (root == null || path == null || signature == null) {
      return Optional.of("not signed");
    }
    MessageDigest sha256 = Hashes.sha256();
    byte[] leaf =
        SignedEvent.leaf(sha256, event.topic(), event.key(), event.headers(), event.value());
    if (!Arrays.equals(MerklePath.follow(sha256, leaf, path), root)) {
      return Optional.of("not what was signed");
    }
    return signed(topic, root, signature)
        ? Optional.empty()
        : Optional.of("not signed by who may speak on this topic");
  }

  private boolean signed(String topic, byte[] root, byte[] signature) {
    Speakers.Circle circle = speakers.on(topic);
    String known = circle.name() + ' ' + SignedEvent.text(root) + ' ' + SignedEvent.text(signature);
    synchronized (sound) {
      if (sound.containsKey(known)) {
        return true;
      }
    }
    boolean holds = holds(circle.keys(), SignedEvent.statement(root), signature);
    if (holds) {
      synchronized (sound) {
        sound.put(known, true);
      }
    }
    return holds;
  }

  private static boolean holds(List<Ed25519Verify> keys, byte[] statement, byte[] signature) {
    for (Ed25519Verify key : keys) {
      try {
        key.verify(signature, statement);
        return true;
      } catch (GeneralSecurityException no) {
        // Of another key, or of nobody.
      }
    }
    return false;
  }
}
