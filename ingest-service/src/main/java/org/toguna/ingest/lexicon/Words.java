package org.toguna.ingest.lexicon;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of a text in order: runs of letters and digits, folded, with their offsets. */
public final class Words {

  private final String original;
  private final Folded folded;
  private final int[] starts;
  private final int[] ends;
  private final @Nullable String[] words;

  private Words(String original, Folded folded, int[] starts, int[] ends) {
    this.original = original;
    this.folded = folded;
    this.starts = starts;
    this.ends = ends;
    this.words = new String[starts.length];
  }

  public static Words of(String original) {
    var folded = Folded.of(original);
    var text = folded.text();
    var starts = new int[text.length() / 4 + 8];
    var ends = new int[starts.length];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      starts[count] = at;
      ends[count++] = end;
      at = end;
    }
    return new Words(original, folded, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  public int size() {
    return starts.length;
  }

  public Folded folded() {
    return folded;
  }

  public String original() {
    return original;
  }

  /** The folded word; outside the text the empty word, so that looking around needs no guard. */
  public String word(int index) {
    return index < 0 || index >= starts.length ? "" : cached(index);
  }

  private String cached(int index) {
    var word = words[index];
    if (word == null) {
      word = folded.text().substring(starts[index], ends[index]);
      words[index] = word;
    }
    return word;
  }

  public int foldedStart(int index) {
    return starts[index];
  }

  public int start(int index) {
    return folded.start(starts[index]);
  }

  public int end(int index) {
    return folded.end(ends[index]);
  }

  /** The first word that starts at or after an offset of the original. */
  public int from(int offset) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (folded.start(starts[middle]) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public boolean capitalised(int index) {
    return index >= 0
        && index < starts.length
        && Character.isUpperCase(original.codePointAt(start(index)));
  }

  /** All capitals, as in an acronym or a shouted headline. */
  public boolean shouted(int index) {
    for (int i = start(index); i < end(index); i++) {
      if (Character.isLowerCase(original.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands between a word and the next: a space, a comma, a dash. */
  public String between(int index, int next) {
    if (index < 0 || next >= starts.length || next <= index) {
      return "\n";
    }
    return original.substring(end(index), start(next));
  }

  /** Nothing but white space or a hyphen between a word and its successor. */
  public boolean adjacent(int index) {
    var gap = between(index, index + 1);
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      if (c == '\n' || !(Character.isSpaceChar(c) || Character.isWhitespace(c) || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
