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

  /** A condition or an intention this many words before a verb still governs it. */
  private static final int REACH = 6;

  final String text;
  final Words words;
  final Lexicon lexicon;
  final NounPhrases nouns;
  final List<Sentence> sentences = new ArrayList<>();

  Story(Segments segments, List<Mention> mentions, List<Repetition> repeated, String language) {
    text = segments.text();
    words = Words.of(text);
    lexicon = Lexicon.of(language);
    nouns = new NounPhrases(words, lexicon);
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
        if (repeated.stream().noneMatch(r -> covers(r.span(), span))) {
          sentences.add(
              new Sentence(
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
  }

  private static boolean covers(Span repeated, Span sentence) {
    int common =
        Math.min(repeated.end(), sentence.end()) - Math.max(repeated.start(), sentence.start());
    return common * 2 > sentence.length();
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

  /** Denied, wished, feared, threatened or planned: told, but not told as having happened. */
  boolean unreal(Sentence sentence, int word) {
    int clause = clause(sentence, word);
    int near = Math.max(clause, word - 3);
    return list("negation").anyIn(words, near, word)
        || list("hypothetical").in(words, Math.max(clause, word - REACH), word).stream()
            .anyMatch(match -> !dated(sentence, match.first()))
        || words.word(word - 1).equals("to");
  }

  /** "In May" wishes nothing. */
  private boolean dated(Sentence sentence, int word) {
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
    int at = sentences.indexOf(sentence);
    return at > 0 ? sentences.get(at - 1) : null;
  }

  /** The sentences that follow in the same paragraph, at most so many. */
  List<Sentence> following(Sentence sentence, int most) {
    int at = sentences.indexOf(sentence);
    return sentences.stream()
        .skip(at + 1L)
        .takeWhile(next -> next.paragraph() == sentence.paragraph())
        .limit(most)
        .toList();
  }
}
