package org.toguna.ingest.drafting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.text.Span;

/** Finds why, where the text says that it was for this: a reason of another verb is none. */
final class Causes {

  private static final int NEAR = 8;

  private final Story story;

  Causes(Story story) {
    this.story = story;
  }

  /** A reason in the clause of the verb, before it at the head of the sentence, or told next. */
  @Nullable Field of(Sentence sentence, int verbFirst, int verbLast) {
    var own = behind(sentence, verbLast);
    if (own == null) {
      own = ahead(sentence, verbFirst);
    }
    if (own != null) {
      return field(own, sentence);
    }
    return story.following(sentence, 2).stream()
        .map(this::continued)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  /** "It was a form of collective punishment": a sentence that says whose reason it tells. */
  @Nullable Field continued(Sentence sentence) {
    for (var whose : story.list("cause-whose").in(story.words, sentence.from(), sentence.to())) {
      int to = Math.min(sentence.to(), whose.last() + 1 + NEAR);
      boolean heads =
          whose.first() - sentence.from() <= 2
              || story.list("cause-start").at(story.words, sentence.from()) != null;
      boolean why =
          story.list("cause-why").anyIn(story.words, whose.first(), to)
              && !story.list("negation").anyIn(story.words, whose.last() + 1, to);
      if (heads && why && story.tells(whose.first())) {
        return field(new Span(sentence.span().start(), sentence.span().end()), sentence);
      }
    }
    return null;
  }

  private @Nullable Span behind(Sentence sentence, int verbLast) {
    for (var cause : story.list("cause").in(story.words, verbLast + 1, sentence.to())) {
      if (story.tells(cause.first()) && !parted(sentence, verbLast + 1, cause.first())) {
        return words(sentence, cause.first());
      }
    }
    return null;
  }

  /** "Because the village refused, fighters besieged it." */
  private @Nullable Span ahead(Sentence sentence, int verbFirst) {
    var opens = story.list("cause").at(story.words, sentence.from());
    var start = story.list("cause-start").at(story.words, sentence.from());
    boolean since = start != null && !dated(sentence, start.last());
    if (opens == null && !since || !story.tells(sentence.from())) {
      return null;
    }
    for (int i = sentence.from(); i < verbFirst; i++) {
      if (story.words.between(i, i + 1).indexOf(',') >= 0) {
        // Another clause between the reason and the verb may be what it is the reason of.
        boolean next = parted(sentence, i + 1, verbFirst);
        return next ? null : story.span(sentence.from(), i);
      }
    }
    return null;
  }

  /** "Since" opens a reason unless a date follows it. */
  private boolean dated(Sentence sentence, int last) {
    return sentence.of(Mention.Kind.DATE).stream()
        .anyMatch(date -> story.wordAt(date.span().start()) <= last + 2);
  }

  /** Another verb may stand between: "besieged it, and traders left because". */
  private boolean parted(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      var gap = i == sentence.from() ? "" : story.words.between(i - 1, i);
      if (gap.chars().anyMatch(c -> ";:–—“”«»".indexOf(c) >= 0)
          || story.list("contrast").at(story.words, i) != null
          || story.list("coordinator").has(story.words.word(i))
          || story.words.word(i).matches("which|who|whose|where|qui|dont|lequel|laquelle")) {
        return true;
      }
    }
    return false;
  }

  private Span words(Sentence sentence, int from) {
    int last = from;
    while (last + 1 < sentence.to()) {
      var gap = story.words.between(last, last + 1);
      boolean ends =
          gap.indexOf(';') >= 0
              || story.list("contrast").at(story.words, last + 1) != null
              || gap.indexOf(',') >= 0
                  && story
                      .list("speech-verb")
                      .anyIn(story.words, last + 1, Math.min(sentence.to(), last + 5));
      if (ends) {
        break;
      }
      last++;
    }
    return story.span(from, last);
  }

  private Field field(Span span, Sentence sentence) {
    return new Field(
        "/cause",
        new Value.Words(span.of(story.text).strip()),
        List.of(story.passage(sentence)),
        "told as its reason");
  }
}
