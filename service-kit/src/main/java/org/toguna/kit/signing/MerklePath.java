package org.toguna.kit.signing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a leaf to the root of its tree: at each step the neighbour's hash, and on which side
 * it stands. Whoever has leaf, path and root knows that the leaf is in the tree.
 */
final class MerklePath {
  private static final byte LEFT = 0;
  private static final byte RIGHT = 1;
  private static final int STEP = 1 + Hashes.LENGTH;
  private static final int LONGEST = 32;

  private MerklePath() {}

  /** The root over these leaves, and the path of each of them. */
  record Tree(byte[] root, List<byte[]> paths) {}

  /** A tree of the shape of RFC 6962: what has no neighbour at its level goes up as it is. */
  static Tree over(List<byte[]> leaves) {
    MessageDigest sha256 = Hashes.sha256();
    int height = Integer.SIZE - Integer.numberOfLeadingZeros(leaves.size() - 1);
    List<ByteBuffer> paths =
        leaves.stream().map(leaf -> ByteBuffer.allocate(STEP * height)).toList();
    List<byte[]> level = leaves;
    for (int width = 1; level.size() > 1; width *= 2) {
      for (int i = 0; i < leaves.size(); i++) {
        int node = i / width;
        boolean left = node % 2 == 1;
        int neighbour = left ? node - 1 : node + 1;
        if (neighbour < level.size()) {
          paths.get(i).put(left ? LEFT : RIGHT).put(level.get(neighbour));
        }
      }
      level = above(level, sha256);
    }
    return new Tree(
        level.getFirst(),
        paths.stream().map(path -> Arrays.copyOf(path.array(), path.position())).toList());
  }

  private static List<byte[]> above(List<byte[]> level, MessageDigest sha256) {
    var above = new ArrayList<byte[]>();
    for (int i = 0; i < level.size(); i += 2) {
      above.add(
          i + 1 < level.size()
              ? Hashes.node(sha256, level.get(i), level.get(i + 1))
              : level.get(i));
    }
    return above;
  }

  /** Where a path leads from a leaf; null if it is no path. */
  static byte @Nullable [] follow(MessageDigest sha256, byte[] leaf, byte[] path) {
    if (path.length % STEP != 0 || path.length > STEP * LONGEST) {
      return null;
    }
    byte[] reached = leaf;
    for (int at = 0; at < path.length; at += STEP) {
      switch (path[at]) {
        case LEFT -> reached = Hashes.node(sha256, path, at + 1, reached, 0);
        case RIGHT -> reached = Hashes.node(sha256, reached, 0, path, at + 1);
        default -> {
          return null;
        }
      }
    }
    return reached;
  }
}
