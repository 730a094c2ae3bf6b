package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Words;

/** Actors told by a common noun: armed men, forces of the state, groups of people with a number. */
public final class Categories {

  private static final Set<String> DESCRIBES =
      Set.of(
          "jihadist",
          "military",
          "militant",
          "insurgent",
          "rebel",
          "police",
          "national",
          "islamist",
          "extremist",
          "terrorist",
          "militia");
  private static final Set<String> SMALL =
      Set.copyOf(
          Stream.of("function-words", "speech-verb")
              .flatMap(
                  list ->
                      Stream.concat(
                          Lexicon.words(list, "en").stream(), Lexicon.words(list, "fr").stream()))
              .collect(Collectors.toSet()));

  private Categories() {}

  static List<NounPhrases.Found> in(Words words, Lexicon lexicon) {
    var phrases = new NounPhrases(words, lexicon);
    var found = new ArrayList<NounPhrases.Found>();
    var taken = new Stretches();
    for (var people : phrases.in(lexicon.phrases("people-forms"), 0, words.size())) {
      if (people.count() != null && people.count() > 1) {
        found.add(people);
        taken.take(people.span());
      }
    }
    for (var list : List.of("armed-forms", "state-forces-forms")) {
      for (var each : phrases.in(lexicon.phrases(list), 0, words.size())) {
        if (taken.free(each.span()) && !adjective(words, each)) {
          found.add(each);
          taken.take(each.span());
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
    if (!words.adjacent(found.last())) {
      return false;
    }
    var next = words.word(found.last() + 1);
    boolean noun =
        !next.matches(
                "\\p{L}+ed|\\p{L}{1,3}|will|have|then|when|while|also|that|with|from|into|told|came|went|took|left|dans|pour|avec|sont|chez")
            && !SMALL.contains(next);
    return noun && (found.first() == found.last() || DESCRIBES.contains(found.noun()));
  }
}
