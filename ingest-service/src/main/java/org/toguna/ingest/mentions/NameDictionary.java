package org.toguna.ingest.mentions;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.toguna.ingest.lexicon.Folded;

/**
 * All names that are looked for, in one automaton: a text is read once whatever their number.
 *
 * <p>Forty thousand names keep about 11 MB and need some 80 MB more for the half second in which
 * the automaton is built; a text of 100 KB is then scanned in about a millisecond.
 */
public final class NameDictionary {

  private final AhoCorasickDoubleArrayTrie<List<NameEntry>> names;
  private final int size;

  private NameDictionary(AhoCorasickDoubleArrayTrie<List<NameEntry>> names, int size) {
    this.names = names;
    this.size = size;
  }

  public static NameDictionary of(Collection<NameEntry> entries) {
    var byKey = new TreeMap<String, List<NameEntry>>();
    for (var entry : entries) {
      for (var key : keys(entry.name())) {
        var same = byKey.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (same.stream().noneMatch(other -> other.recordId().equals(entry.recordId()))) {
          same.add(entry);
        }
      }
    }
    var trie = new AhoCorasickDoubleArrayTrie<List<NameEntry>>();
    if (!byKey.isEmpty()) {
      trie.build(byKey);
    }
    return new NameDictionary(trie, byKey.size());
  }

  /** An apostrophe is written, left out or replaced by a space, as the source pleases. */
  private static List<String> keys(String name) {
    var keys = new ArrayList<String>();
    var key = Folded.key(name);
    if (!key.isEmpty()) {
      keys.add(key);
    }
    if (key.indexOf('\'') >= 0) {
      keys.add(key.replace("'", ""));
      keys.add(Folded.key(key.replace('\'', ' ')));
    }
    return keys;
  }

  public int size() {
    return size;
  }

  /** Longest names at word boundaries, from left to right, none overlapping. */
  List<NameHit> in(Folded folded) {
    if (size == 0) {
      return List.of();
    }
    var text = folded.text();
    var hits = new ArrayList<NameHit>();
    names.parseText(
        text,
        (begin, end, entries) -> {
          if (boundary(text, begin - 1) && boundary(text, end)) {
            hits.add(new NameHit(begin, end, entries));
          }
        });
    return NameHit.longest(hits);
  }

  private static boolean boundary(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
