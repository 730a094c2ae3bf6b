package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.lexicon.Words;

/**
 * Names that a text itself calls a village's and the gazetteer does not have: "the village of Nouh
 * Peul". They are kept as stated; a shorter name known inside them is another place.
 */
final class UnknownNames {

  private static final int LONGEST = 4;
  private static final Set<String> SMALL =
      Stream.of("function-words", "subject-start", "negation", "clause-start", "coordinator")
          .flatMap(list -> Stream.of("en", "fr").flatMap(tag -> Lexicon.words(list, tag).stream()))
          .flatMap(word -> Arrays.stream(Folded.key(word).split("[ ']+")))
          .collect(Collectors.toUnmodifiableSet());

  private final Words words;
  private final PlaceCues cues;
  private final Phrases people;
  private final Phrases determiners;

  UnknownNames(Words words, PlaceCues cues, Lexicon lexicon) {
    this.words = words;
    this.cues = cues;
    people = lexicon.phrases("people-forms");
    determiners = lexicon.phrases("subject-start");
  }

  /** The words of a name from first to last, both included. */
  record Name(int first, int last) {}

  /**
   * Beside the known names; in headlines everything is written large, and nothing is looked for.
   */
  List<Name> in(List<Name> known, IntPredicate headline) {
    Map<Integer, Integer> ends = new HashMap<>();
    known.forEach(name -> ends.merge(name.first, name.last, Math::max));
    var found = new ArrayList<Name>();
    for (int i = 0; i < words.size(); i++) {
      if (!begins(i) || headline.test(i)) {
        continue;
      }
      int last = run(i);
      if (ends.getOrDefault(i, -1) < last && calledAVillage(i, last)) {
        found.add(new Name(i, last));
      }
      i = last;
    }
    return found;
  }

  private boolean begins(int word) {
    return words.capitalised(word) && !SMALL.contains(words.word(word));
  }

  private int run(int first) {
    int last = first;
    while (last - first + 1 < LONGEST
        && words.adjacent(last)
        && begins(last + 1)
        && !cues.isKind(last + 1)) {
      last++;
    }
    return last;
  }

  private boolean calledAVillage(int first, int last) {
    if (words.adjacent(last) && people.at(words, last + 1) != null) {
      return false;
    }
    // "A Malian village" has no name; "in Nouh Peul village" has one.
    boolean described = words.adjacent(first - 1) && determiners.has(words.word(first - 1));
    return cues.settlementBefore(first) >= 0
        || cues.settlementBehind(last) >= 0 && !described
        || cues.apposed(last) > 0;
  }
}
