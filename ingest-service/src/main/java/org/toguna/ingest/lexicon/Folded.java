package org.toguna.ingest.lexicon;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text as it is compared, with the way back to where each letter stood. */
public final class Folded {

  private final String text;
  private final int originalLength;
  private final int @Nullable [] origins;

  private Folded(String text, int originalLength, int @Nullable [] origins) {
    this.text = text;
    this.originalLength = originalLength;
    this.origins = origins;
  }

  public static Folded of(CharSequence original) {
    int length = original.length();
    var folded = new char[length];
    for (int i = 0; i < length; i++) {
      char c = original.charAt(i);
      char f = FoldingTable.fold(c);
      if (f == FoldingTable.DROPPED || FoldingTable.ligature(c) != null) {
        return uneven(original, folded, i);
      }
      folded[i] = f;
    }
    return new Folded(new String(folded), length, null);
  }

  /** Texts with ligatures or combining marks need a map; most have neither and go without. */
  private static Folded uneven(CharSequence original, char[] even, int from) {
    int length = original.length();
    var folded = Arrays.copyOf(even, length * 3);
    var origins = new int[length * 3];
    for (int i = 0; i < from; i++) {
      origins[i] = i;
    }
    int at = from;
    for (int i = from; i < length; i++) {
      var ligature = FoldingTable.ligature(original.charAt(i));
      if (ligature != null) {
        for (int part = 0; part < ligature.length(); part++) {
          folded[at] = ligature.charAt(part);
          origins[at++] = i;
        }
        continue;
      }
      char f = FoldingTable.fold(original.charAt(i));
      if (f != FoldingTable.DROPPED) {
        folded[at] = f;
        origins[at++] = i;
      }
    }
    return new Folded(new String(folded, 0, at), length, Arrays.copyOf(origins, at));
  }

  /** A name or a word, ready to be compared: folded, single spaces, trimmed. */
  public static String key(CharSequence name) {
    return of(name).text.strip().replaceAll(" {2,}", " ");
  }

  public String text() {
    return text;
  }

  /** Where the letter at a folded offset stands in the original. */
  public int start(int foldedOffset) {
    if (foldedOffset >= text.length()) {
      return originalLength;
    }
    return origins == null ? foldedOffset : origins[foldedOffset];
  }

  /** Where a stretch that ends before a folded offset ends in the original, its marks included. */
  public int end(int foldedOffset) {
    if (origins == null) {
      return foldedOffset;
    }
    return foldedOffset == 0 ? 0 : Math.max(origins[foldedOffset - 1] + 1, start(foldedOffset));
  }
}
