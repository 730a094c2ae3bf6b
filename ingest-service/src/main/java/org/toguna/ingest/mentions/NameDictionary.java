package org.toguna.ingest.mentions;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.kit.names.Fold;

/**
 * All names that are looked for, in one automaton: a text is read once whatever their number.
 *
 * <p>Forty thousand names keep about 11 MB and need some 80 MB more for the half second in which
 * the automaton is built; a text of 100 KB is then scanned in about a millisecond.
 */
public final class NameDictionary {

  private final AhoCorasickDoubleArrayTrie<List<NameEntry>> names;
  private final int size;
  private final Map<String, String> units;

  private NameDictionary(
      AhoCorasickDoubleArrayTrie<List<NameEntry>> names, int size, Map<String, String> units) {
    this.names = names;
    this.size = size;
    this.units = units;
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
    var units = new HashMap<String, String>();
    entries.stream()
        .filter(entry -> entry.kind() == NameEntry.Kind.PLACE && entry.isUnit())
        .forEach(entry -> units.putIfAbsent(entry.recordId(), entry.name()));
    var trie = new AhoCorasickDoubleArrayTrie<List<NameEntry>>();
    if (!byKey.isEmpty()) {
      trie.build(byKey);
    }
    return new NameDictionary(trie, byKey.size(), Map.copyOf(units));
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

  /** The name of a unit, by its id. */
  Map<String, String> units() {
    return units;
  }

  /** Longest names at word boundaries, from left to right, none overlapping. */
  List<NameHit> in(Folded folded) {
    if (size == 0) {
      return List.of();
    }
    var text = folded.text();
    var hits = new ArrayList<NameHit>();
    find(text, (begin, end, entries) -> hits.add(new NameHit(begin, end, entries)));
    if (text.indexOf(Fold.APOSTROPHE) >= 0) {
      bridged(text, hits);
    }
    return NameHit.longest(hits);
  }

  /** Whoever knows Ndolo finds it in N'Dolo: names with an apostrophe in the text alone. */
  private void bridged(String text, List<NameHit> hits) {
    var tight = new StringBuilder(text.length());
    var origins = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != Fold.APOSTROPHE || isElision(text, i)) {
        origins[tight.length()] = i;
        tight.append(text.charAt(i));
      }
    }
    find(
        tight.toString(),
        (from, to, entries) -> {
          int begin = origins[from];
          int end = origins[to - 1] + 1;
          if (end - begin > to - from) {
            hits.add(new NameHit(begin, end, entries));
          }
        });
  }

  /** French leaves a vowel out before another, in a word that is none of the name's: l'or. */
  private static boolean isElision(String text, int apostrophe) {
    boolean vowel =
        apostrophe + 1 < text.length() && "aeiouyh".indexOf(text.charAt(apostrophe + 1)) >= 0;
    boolean one = apostrophe > 0 && boundary(text, apostrophe - 2);
    boolean qu = apostrophe > 1 && text.startsWith("qu", apostrophe - 2);
    return vowel && (one || qu);
  }

  private interface Found {
    void at(int begin, int end, List<NameEntry> entries);
  }

  private void find(String text, Found found) {
    names.parseText(
        text,
        (begin, end, entries) -> {
          if (boundary(text, begin - 1) && boundary(text, end)) {
            found.at(begin, end, entries);
          }
        });
  }

  private static boolean boundary(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
