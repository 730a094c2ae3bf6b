package org.toguna.kit.signing;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Whether an event was said by somebody who may speak on its topic. The path of each event is
 * followed; a root's signature is checked once and remembered for a while.
 */
public final class SignatureCheck {
  private static final int ROOTS_REMEMBERED = 1_000;
  private final Speakers speakers;

  /** Roots that held, under the speakers they held for; those used last stay. */
  private final Map<Statement, Boolean> sound =
      new LinkedHashMap<>(ROOTS_REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Statement, Boolean> eldest) {
          return size() > ROOTS_REMEMBERED;
        }
      };

  /** What was signed, as it was sent, and by which circle. */
  private record Statement(String circle, ByteBuffer root, ByteBuffer signature) {}

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
    Header signature = event.headers().lastHeader(SignedEvent.SIGNATURE);
    if (root == null || path == null || signature == null || signature.value() == null) {
      return Optional.of("not signed");
    }
    MessageDigest sha256 = Hashes.sha256();
    byte[] leaf =
        SignedEvent.leaf(sha256, event.topic(), event.key(), event.headers(), event.value());
    if (!Arrays.equals(MerklePath.follow(sha256, leaf, path), root)) {
      return Optional.of("not what was signed");
    }
    return signed(topic, root, signature.value())
        ? Optional.empty()
        : Optional.of("not signed by who may speak on this topic");
  }

  private boolean signed(String topic, byte[] root, byte[] signature) {
    Speakers.Circle circle = speakers.on(topic);
    var statement = new Statement(circle.name(), ByteBuffer.wrap(root), ByteBuffer.wrap(signature));
    synchronized (sound) {
      if (sound.containsKey(statement)) {
        return true;
      }
    }
    boolean holds = holds(circle.keys(), SignedEvent.statement(root), signature);
    if (holds) {
      synchronized (sound) {
        sound.put(statement, true);
      }
    }
    return holds;
  }

  private static boolean holds(List<Ed25519Verify> keys, byte[] statement, byte[] base64) {
    byte[] signature = SignedEvent.decoded(base64);
    if (signature == null) {
      return false;
    }
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
