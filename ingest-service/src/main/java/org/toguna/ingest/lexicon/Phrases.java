package org.toguna.ingest.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of words and phrases that can be looked for at any word of a text. */
public final class Phrases {

  private final Map<String, List<Entry>> byFirst = new HashMap<>();
  private final Map<String, List<Entry>> byLast = new HashMap<>();

  /**
   * A phrase that was met: the words from first to last, both included, and how the list has it.
   */
  public record Match(int first, int last, String listed, boolean plural) {}

  private record Entry(String[] words, String listed, boolean plural) {}

  void add(String phrase) {
    put(phrase, false);
  }

  void addPlural(String phrase) {
    put(phrase, true);
  }

  private void put(String phrase, boolean plural) {
    var words = Folded.key(phrase).split("[ ']+");
    var entry = new Entry(words, String.join(" ", words), plural);
    var same = byFirst.computeIfAbsent(words[0], any -> new ArrayList<>(1));
    if (same.stream().noneMatch(other -> other.listed.equals(entry.listed))) {
      same.add(entry);
      same.sort((a, b) -> b.words.length - a.words.length);
      byLast.computeIfAbsent(words[words.length - 1], any -> new ArrayList<>(1)).add(entry);
      byLast.get(words[words.length - 1]).sort((a, b) -> b.words.length - a.words.length);
    }
  }

  public boolean has(String word) {
    return byFirst.getOrDefault(word, List.of()).stream().anyMatch(e -> e.words.length == 1);
  }

  /** The longest phrase that begins at a word, or null. */
  public @Nullable Match at(Words words, int first) {
    for (var entry : byFirst.getOrDefault(words.word(first), List.of())) {
      if (stands(words, first, entry)) {
        return new Match(first, first + entry.words.length - 1, entry.listed, entry.plural);
      }
    }
    return null;
  }

  /** The longest phrase that ends at a word, or null. */
  public @Nullable Match endingAt(Words words, int last) {
    for (var entry : byLast.getOrDefault(words.word(last), List.of())) {
      int first = last - entry.words.length + 1;
      if (first >= 0 && stands(words, first, entry)) {
        return new Match(first, last, entry.listed, entry.plural);
      }
    }
    return null;
  }

  /** Every longest phrase between two words, the last excluded, none inside another. */
  public List<Match> in(Words words, int from, int to) {
    var found = new ArrayList<Match>();
    for (int i = Math.max(0, from); i < to; i++) {
      var match = at(words, i);
      if (match != null && match.last() < to) {
        found.add(match);
        i = match.last();
      }
    }
    return found;
  }

  public boolean anyIn(Words words, int from, int to) {
    return !in(words, from, to).isEmpty();
  }

  private static boolean stands(Words words, int first, Entry entry) {
    for (int i = 0; i < entry.words.length; i++) {
      if (!words.word(first + i).equals(entry.words[i])) {
        return false;
      }
      if (i > 0 && !joined(words, first + i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean joined(Words words, int index) {
    var gap = words.between(index, index + 1);
    return gap.length() <= 2 && gap.indexOf('\n') < 0 && gap.chars().noneMatch(Phrases::parts);
  }

  private static boolean parts(int c) {
    return ".,;:!?()[]–—“”«»\"/".indexOf(c) >= 0;
  }
}
