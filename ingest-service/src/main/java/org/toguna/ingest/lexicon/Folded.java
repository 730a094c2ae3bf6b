package org.toguna.ingest.lexicon;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.names.Fold;

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
      char f = at(original, i);
      if (f == Fold.DROPPED || f == Fold.MANY) {
        return uneven(original, folded, i);
      }
      folded[i] = f;
    }
    return new Folded(new String(folded), length, null);
  }

  /** Between two letters a dash is a hyphen, as some write it; elsewhere it parts clauses. */
  private static char at(CharSequence original, int i) {
    char c = original.charAt(i);
    boolean hyphen =
        Fold.isDash(c)
            && i > 0
            && i + 1 < original.length()
            && Character.isLetter(original.charAt(i - 1))
            && Character.isLetter(original.charAt(i + 1));
    return hyphen ? ' ' : Fold.of(c);
  }

  /** Texts with ligatures or combining marks need a map; most have neither and go without. */
  private static Folded uneven(CharSequence original, char[] even, int from) {
    int length = original.length();
    var folded = new StringBuilder(length).append(even, 0, from);
    var origins = new int[length + 16];
    for (int i = 0; i < from; i++) {
      origins[i] = i;
    }
    for (int i = from; i < length; i++) {
      char f = at(original, i);
      int before = folded.length();
      if (f == Fold.MANY) {
        folded.append(Fold.many(original.charAt(i)));
      } else if (f != Fold.DROPPED) {
        folded.append(f);
      }
      if (folded.length() > origins.length) {
        origins = Arrays.copyOf(origins, folded.length() * 2);
      }
      Arrays.fill(origins, before, folded.length(), i);
    }
    return new Folded(folded.toString(), length, Arrays.copyOf(origins, folded.length()));
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
