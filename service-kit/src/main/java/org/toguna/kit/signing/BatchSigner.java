package org.toguna.kit.signing;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Signs events of a service, many with one signature. */
public final class BatchSigner {
  /**
   * Events under one root: a signature costs a reader as much as a thousand steps of a path, so
   * more would lengthen the paths for nothing.
   */
  private static final int UNDER_ONE_ROOT = 256;

  private final Ed25519Sign key;
  private final byte[] publicKey;

  /**
   * @param seed of the service's Ed25519 key
   */
  public BatchSigner(byte[] seed) {
    try {
      var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      this.key = new Ed25519Sign(pair.getPrivateKey());
      this.publicKey = pair.getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No seed of an Ed25519 key.", e);
    }
  }

  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Signs messages that carry all their other attributes already. */
  public void sign(Collection<ProducerRecord<String, byte[]>> messages) {
    var all = new ArrayList<>(messages);
    for (int from = 0; from < all.size(); from += UNDER_ONE_ROOT) {
      signTogether(all.subList(from, Math.min(all.size(), from + UNDER_ONE_ROOT)));
    }
  }

  private void signTogether(List<ProducerRecord<String, byte[]>> messages) {
    MessageDigest sha256 = Hashes.sha256();
    MerklePath.Tree tree =
        MerklePath.over(
            messages.stream()
                .map(
                    one ->
                        SignedEvent.leaf(
                            sha256, one.topic(), one.key(), one.headers(), one.value()))
                .toList());
    byte[] root = header(tree.root());
    byte[] signature = header(signed(SignedEvent.statement(tree.root())));
    for (int i = 0; i < messages.size(); i++) {
      messages
          .get(i)
          .headers()
          .add(SignedEvent.ROOT, root)
          .add(SignedEvent.PATH, header(tree.paths().get(i)))
          .add(SignedEvent.SIGNATURE, signature);
    }
  }

  private byte[] signed(byte[] statement) {
    try {
      return key.sign(statement);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Signing events failed.", e);
    }
  }

  private static byte[] header(byte[] value) {
    return SignedEvent.text(value).getBytes(StandardCharsets.US_ASCII);
  }
}
