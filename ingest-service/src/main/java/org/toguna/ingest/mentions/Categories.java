package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.List;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Words;

/** Actors told by a common noun: armed men, forces of the state, groups of people with a number. */
public final class Categories {

  private Categories() {}

  static List<NounPhrases.Found> in(Words words, Lexicon lexicon) {
    var phrases = new NounPhrases(words, lexicon);
    var found = new ArrayList<NounPhrases.Found>();
    for (var people : phrases.in(lexicon.phrases("people-forms"), 0, words.size())) {
      if (people.count() != null && people.count() > 1) {
        found.add(people);
      }
    }
    for (var list : List.of("armed-forms", "state-forces-forms")) {
      for (var each : phrases.in(lexicon.phrases(list), 0, words.size())) {
        boolean known = found.stream().anyMatch(other -> other.span().overlaps(each.span()));
        if (!known && !adjective(words, each)) {
          found.add(each);
        }
      }
    }
    return found;
  }

  /** "Jihadist leaders", "the military junta": a singular before a noun only describes it. */
  public static boolean adjective(Words words, NounPhrases.Found found) {
    if (found.plural()) {
      return false;
    }
    boolean bare = found.span().start() == words.start(found.first()) && found.first() == found.last();
    var next = words.adjacent(found.last()) ? words.word(found.last() + 1) : "";
    return bare && !next.isEmpty() || next.matches("\\p{L}{3,}s") && !next.matches("was|has|is|says|les|des|dans");
  }
}
