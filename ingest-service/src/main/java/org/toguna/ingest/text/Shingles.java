package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.toguna.ingest.lexicon.Words;

/** Three-word runs of each paragraph, and which paragraphs share them. */
final class Shingles {

  private static final int LENGTH = 3;

  private final Words words;
  private final List<Set<Long>> byParagraph = new ArrayList<>();
  private final Map<Long, List<Integer>> holders = new HashMap<>();
  private final Map<Long, Double> shares = new HashMap<>();

  Shingles(Segments segments) {
    words = Words.of(segments.text());
    for (int i = 0; i < segments.paragraphs().size(); i++) {
      var own = new HashSet<>(of(segments.paragraphs().get(i).span()));
      byParagraph.add(own);
      for (var shingle : own) {
        holders.computeIfAbsent(shingle, any -> new ArrayList<>(1)).add(i);
      }
    }
  }

  List<Long> of(Span span) {
    var found = new ArrayList<Long>();
    int end = words.from(span.end());
    for (int i = words.from(span.start()); i + LENGTH <= end; i++) {
      long hash = 1125899906842597L;
      for (int part = i; part < i + LENGTH; part++) {
        var word = words.word(part);
        for (int c = 0; c < word.length(); c++) {
          hash = 31 * hash + word.charAt(c);
        }
        hash = 31 * hash + ' ';
      }
      found.add(hash);
    }
    return found;
  }

  int wordsIn(Span span) {
    return words.from(span.end()) - words.from(span.start());
  }

  /** The other paragraph that holds most of these runs, and how much of them; -1 if none. */
  Best best(List<Long> shingles, int except) {
    var shared = new HashMap<Integer, Integer>();
    for (var shingle : new HashSet<>(shingles)) {
      var where = holders.getOrDefault(shingle, List.of());
      // A run that stands everywhere is a formula of the language and tells nothing.
      if (where.size() <= 20) {
        where.stream().filter(i -> i != except).forEach(i -> shared.merge(i, 1, Integer::sum));
      }
    }
    int distinct = new HashSet<>(shingles).size();
    var best = new Best(-1, 0);
    for (var each : shared.entrySet()) {
      double share = (double) each.getValue() / distinct;
      if (share > best.containment()
          || share == best.containment() && each.getKey() < best.paragraph()) {
        best = new Best(each.getKey(), share);
      }
    }
    return best;
  }

  /** How much of one paragraph stands in another. */
  double share(int paragraph, int in) {
    var own = byParagraph.get(paragraph);
    if (own.isEmpty()) {
      return 0;
    }
    long pair = ((long) paragraph << 32) | in;
    return shares.computeIfAbsent(
        pair,
        any -> {
          var other = byParagraph.get(in);
          return (double) own.stream().filter(other::contains).count() / own.size();
        });
  }

  record Best(int paragraph, double containment) {}
}
