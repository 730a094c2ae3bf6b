package org.toguna.kit.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The root over a sequence of entries, hashed as RFC 6962 section 2.1 does (leaves and nodes
 * apart); it grows leaf by leaf and keeps one hash per level.
 */
public final class MerkleTree {
  private record Subtree(int height, byte[] hash) {}

  private final List<Subtree> stack = new ArrayList<>();
  private final MessageDigest sha256 = Hashes.sha256();
  private long leaves;

  public void add(String entry) {
    sha256.update(Hashes.LEAF);
    stack.add(new Subtree(0, sha256.digest(entry.getBytes(StandardCharsets.UTF_8))));
    leaves++;
    while (stack.size() > 1 && last(1).height() == last(2).height()) {
      join();
    }
  }

  public long leaves() {
    return leaves;
  }

  /** The root of what was added; the tree takes no more leaves after that. */
  public byte[] root() {
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
    stack.add(new Subtree(left.height() + 1, Hashes.node(sha256, left.hash(), right.hash())));
  }
}
