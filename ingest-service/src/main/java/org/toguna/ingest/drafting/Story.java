package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.NounPhrases;
import org.toguna.ingest.text.Repetition;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/**
 * A text as its sentences, those that repeat others left out, with the word lists to read it by.
 */
final class Story {

  /** The lists whose words tell of an event. */
  static final List<String> EVENTS =
      List.of(
          "siege-verb",
          "siege-noun",
          "siege-noun-plural",
          "abduction-verb",
          "abduction-verb-present",
          "abduction-verb-with-person",
          "abduction-noun",
          "abduction-noun-plural",
          "harm-killing");

  final String text;
  final Words words;
  final Lexicon lexicon;
  final NounPhrases nouns;
  final List<Sentence> sentences = new ArrayList<>();
  private final Assertion assertion;
  private int peopleOf = -1;
  private List<NounPhrases.Found> people = List.of();

  Story(Segments segments, List<Mention> mentions, List<Repetition> repeated, String language) {
    text = segments.text();
    words = Words.of(text);
    lexicon = Lexicon.of(language);
    nouns = new NounPhrases(words, lexicon);
    var again = new Again(repeated);
    int next = 0;
    for (int p = 0; p < segments.paragraphs().size(); p++) {
      var paragraph = segments.paragraphs().get(p);
      for (var span : paragraph.sentences()) {
        var own = new ArrayList<Mention>();
        while (next < mentions.size() && mentions.get(next).span().start() < span.end()) {
          if (mentions.get(next).span().start() >= span.start()) {
            own.add(mentions.get(next));
          }
          next++;
        }
        if (!again.covers(span)) {
          sentences.add(
              new Sentence(
                  sentences.size(),
                  span,
                  words.from(span.start()),
                  words.from(span.end()),
                  p,
                  paragraph.section(),
                  paragraph.heading(),
                  List.copyOf(own)));
        }
      }
    }
    assertion = new Assertion(this);
  }

  /** What a text says again, in the order of the text, asked for in that order. */
  private static final class Again {
    private final List<Repetition> repeated;
    private int next;

    Again(List<Repetition> repeated) {
      this.repeated = repeated;
    }

    boolean covers(Span sentence) {
      while (next < repeated.size() && repeated.get(next).span().end() <= sentence.start()) {
        next++;
      }
      for (int i = next;
          i < repeated.size() && repeated.get(i).span().start() < sentence.end();
          i++) {
        var span = repeated.get(i).span();
        int common =
            Math.min(span.end(), sentence.end()) - Math.max(span.start(), sentence.start());
        if (common * 2 > sentence.length()) {
          return true;
        }
      }
      return false;
    }
  }

  /** People told of by a noun in a sentence; asked again and again, looked for once. */
  List<NounPhrases.Found> people(Sentence sentence) {
    if (peopleOf != sentence.index()) {
      peopleOf = sentence.index();
      people = nouns.in(list("people-forms"), sentence.from(), sentence.to());
    }
    return people;
  }

  Phrases list(String name) {
    return lexicon.phrases(name);
  }

  boolean has(String list, Sentence sentence) {
    return list(list).anyIn(words, sentence.from(), sentence.to());
  }

  /**
   * "An illustration of jihadists besieging a village": a way of doing, not a thing that was done.
   */
  boolean generic(Sentence sentence) {
    return has("of-generic", sentence);
  }

  /** Denied, wished, feared, asked, planned or a habit: told, but not told as having happened. */
  boolean unreal(Sentence sentence, int word) {
    return !assertion.tells(word)
        || words.word(word - 1).equals("to")
        || !assertion.once(sentence, word);
  }

  /** A word that is told as it stands; a list of words that say no by themselves asks otherwise. */
  boolean tells(int word) {
    return assertion.tells(word);
  }

  /** "In May" wishes nothing. */
  boolean dated(Sentence sentence, int word) {
    int at = words.start(word);
    return sentence.of(Mention.Kind.DATE).stream()
        .anyMatch(date -> date.span().start() <= at && at < date.span().end());
  }

  /** The first word of the clause around a word. */
  int clause(Sentence sentence, int word) {
    int at = word;
    while (at > sentence.from() && !parts(words.between(at - 1, at))) {
      at--;
    }
    return at;
  }

  static boolean parts(String gap) {
    return gap.chars().anyMatch(c -> ",;:()–—“”«»\n".indexOf(c) >= 0);
  }

  boolean hedged(Sentence sentence) {
    return has("hedged", sentence);
  }

  Passage passage(Sentence sentence) {
    return Passage.of(text, sentence.span(), hedged(sentence));
  }

  Passage passage(Span span, Sentence sentence) {
    return Passage.of(text, span, hedged(sentence));
  }

  Span span(int first, int last) {
    return new Span(words.start(first), words.end(last));
  }

  int wordAt(int offset) {
    return words.from(offset);
  }

  @Nullable Sentence before(Sentence sentence) {
    return sentence.index() > 0 ? sentences.get(sentence.index() - 1) : null;
  }

  /** The sentences that follow in the same paragraph, at most so many. */
  List<Sentence> following(Sentence sentence, int most) {
    return sentences
        .subList(sentence.index() + 1, Math.min(sentences.size(), sentence.index() + 1 + most))
        .stream()
        .takeWhile(next -> next.paragraph() == sentence.paragraph())
        .toList();
  }
}
