package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A known name in a folded text, with all who bear it. */
record NameHit(int begin, int end, List<NameEntry> entries) {

  /** Of overlapping names the longer stands, of equals the earlier; the same stretch is merged. */
  static List<NameHit> longest(List<NameHit> hits) {
    var ordered =
        hits.stream()
            .sorted(
                Comparator.comparingInt((NameHit hit) -> hit.begin - hit.end)
                    .thenComparingInt(NameHit::begin))
            .toList();
    var kept = new TreeMap<Integer, NameHit>();
    for (var hit : ordered) {
      var before = kept.floorEntry(hit.begin);
      var after = kept.ceilingEntry(hit.begin);
      if (before != null
          && before.getValue().begin == hit.begin
          && before.getValue().end == hit.end) {
        kept.put(hit.begin, before.getValue().with(hit.entries));
      } else if ((before == null || before.getValue().end <= hit.begin)
          && (after == null || after.getValue().begin >= hit.end)) {
        kept.put(hit.begin, hit);
      }
    }
    return new ArrayList<>(kept.values());
  }

  private NameHit with(List<NameEntry> more) {
    return new NameHit(
        begin, end, Stream.concat(entries.stream(), more.stream()).distinct().toList());
  }

  List<NameEntry> places() {
    return entries.stream().filter(e -> e.kind() == NameEntry.Kind.PLACE).toList();
  }

  List<NameEntry> actors() {
    return entries.stream().filter(e -> e.kind() == NameEntry.Kind.ACTOR).toList();
  }
}
