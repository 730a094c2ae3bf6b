package org.toguna.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The root over a sequence of entries, hashed as RFC 6962 section 2.1 does (leaves and nodes
 * apart); it grows leaf by leaf and keeps one hash per level.
 */
final class MerkleTree {
  private record Subtree(int height, byte[] hash) {}

  private final List<Subtree> stack = new ArrayList<>();
  private final MessageDigest sha256;
  private long leaves;

  MerkleTree() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void add(String entry) {
    sha256.update((byte) 0);
    stack.add(new Subtree(0, sha256.digest(entry.getBytes(StandardCharsets.UTF_8))));
    leaves++;
    while (stack.size() > 1 && last(1).height() == last(2).height()) {
      join();
    }
  }

  long leaves() {
    return leaves;
  }

  /** The root of what was added; the tree takes no more leaves after that. */
  byte[] root() {
    if (stack.isEmpty()) {
      return sha256.digest();
    }
    while (stack.size() > 1) {
      join();
    }
    return stack.getFirst().hash();
  }

  private Subtree last(int fromEnd) {
    return stack.get(stack.size() - fromEnd);
  }

  private void join() {
    Subtree right = stack.removeLast();
    Subtree left = stack.removeLast();
    sha256.update((byte) 1);
    sha256.update(left.hash());
    stack.add(new Subtree(left.height() + 1, sha256.digest(right.hash())));
  }
}
