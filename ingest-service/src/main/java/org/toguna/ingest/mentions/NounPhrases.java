package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Span;

/** People and armed actors told by a common noun: "one of his nephews", "deux enseignants". */
public final class NounPhrases {

  private static final Set<String> PRONOUNS =
      Set.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "dozens",
          "hundreds",
          "group",
          "groupe",
          "some",
          "members",
          "membres",
          "number",
          "most",
          "many",
          "several",
          "un",
          "une",
          "deux",
          "trois",
          "certains",
          "plusieurs",
          "l",
          "dizaines",
          "centaines",
          "thousands",
          "milliers",
          "dizaine",
          "vingtaine",
          "centaine",
          "couple");

  private final Words words;
  private final Phrases lead;

  public NounPhrases(Words words, Lexicon lexicon) {
    this.words = words;
    this.lead = lexicon.phrases("np-lead");
  }

  /**
   * A noun phrase: its stretch, its noun as listed, whether that is a plural, how many are said.
   */
  public record Found(
      int first, int last, Span span, String noun, boolean plural, @Nullable Integer count) {

    /** The noun alone, without what stands before it. */
    Span noun(Words words) {
      return new Span(words.start(last), words.end(last));
    }
  }

  public List<Found> in(Phrases nouns, int from, int to) {
    var found = new ArrayList<Found>();
    for (var match : nouns.in(words, from, to)) {
      found.add(around(match));
    }
    return found;
  }

  public Found around(Phrases.Match noun) {
    int first = noun.first();
    while (first > 0 && joined(first - 1)) {
      if (isLead(first - 1)) {
        first--;
      } else if (ofSome(first - 1)) {
        first -= 2;
      } else if (words.word(first - 1).equals("s") && words.capitalised(first - 2)) {
        // A possessor: "the mayor's", "Kodjo's".
        first -= 2;
      } else {
        break;
      }
    }
    // "Fewer than 12 people" are not "than 12 people".
    while (first < noun.first() && words.word(first).equals("than")) {
      first++;
    }
    return new Found(
        first,
        noun.last(),
        new Span(words.start(first), words.end(noun.last())),
        noun.listed(),
        noun.plural(),
        count(first, noun));
  }

  /** How many a word says, or null where it says none. */
  public static @Nullable Integer number(String word) {
    return DateWords.count(word);
  }

  private boolean isLead(int index) {
    return lead.at(words, index) != null || words.word(index).matches("\\d{1,4}");
  }

  private boolean ofSome(int index) {
    var word = words.word(index);
    return (word.equals("of") || word.equals("de") || word.equals("d") || word.equals("des"))
        && index > 0
        && joined(index - 1)
        && PRONOUNS.contains(words.word(index - 1));
  }

  private @Nullable Integer count(int first, Phrases.Match noun) {
    for (int i = first; i < noun.first(); i++) {
      var word = words.word(i);
      var count = DateWords.count(word);
      if (count != null && !(noun.plural() && word.matches("an?|une?"))) {
        return count;
      }
    }
    return noun.plural() ? null : Integer.valueOf(1);
  }

  private boolean joined(int index) {
    var gap = words.between(index, index + 1);
    return gap.length() <= 2
        && gap.chars().allMatch(c -> Character.isSpaceChar(c) || "'’- ".indexOf(c) >= 0);
  }
}
