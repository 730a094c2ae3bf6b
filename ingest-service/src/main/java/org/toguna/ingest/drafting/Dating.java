package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.When;

/** Finds when: a date in the clause of the verb, else the words that tell it by another event. */
final class Dating {

  private static final int OTHER_CLAUSE = 5;
  private static final int HEAD = 3;

  /** So many words before a verb may be its own: "were", "has been". */
  private static final int OWN = 3;

  private final Story story;

  Dating(Story story) {
    this.story = story;
  }

  /** A date of the verb's own clause, else the words that tell it by another event. */
  @Nullable Field of(String pointer, Sentence sentence, int verbFirst, int verbLast) {
    var date = exactly(pointer, sentence, verbFirst, verbLast);
    return date != null ? date : byEvent(pointer, sentence, verbFirst, verbLast);
  }

  /** A date of the verb's own clause. */
  @Nullable Field exactly(String pointer, Sentence sentence, int verbFirst, int verbLast) {
    return sentence.of(Mention.Kind.DATE).stream()
        .filter(date -> date.when() != null && isOwn(sentence, date, verbFirst, verbLast))
        .min(Comparator.comparingInt(each -> distance(each, verbFirst, verbLast)))
        .map(date -> field(pointer, sentence, Objects.requireNonNull(date.when()), date))
        .orElse(null);
  }

  /** At the head of the sentence, or with no other verb between: "learned on 7 May that". */
  private boolean isOwn(Sentence sentence, Mention date, int verbFirst, int verbLast) {
    int first = story.wordAt(date.span().start());
    int last = story.wordAt(date.span().end()) - 1;
    if (last < verbFirst) {
      boolean head = first - sentence.from() <= HEAD;
      return head && !opensClause(last + 1, verbFirst, List.of("that", "que", "qu"))
          || !parted(last + 1, verbFirst - OWN + 1);
    }
    return first <= verbLast || !parted(verbLast + 1, first - 1);
  }

  private boolean opensClause(int from, int to, List<String> words) {
    for (int i = from; i < to; i++) {
      if (words.contains(story.words.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** Another clause or another verb begins. */
  private boolean parted(int from, int to) {
    for (int each = from; each < to; each++) {
      int i = each;
      boolean breaks =
          i > from
              && story.words.between(i - 1, i).chars().anyMatch(c -> ";:–—“”«»".indexOf(c) >= 0);
      // "Since" right before a date is the date's own.
      boolean preposition =
          to - i <= OWN
              && story.words.word(i).matches("since|depuis|before|after|until|avant|apres|jusqu");
      if (breaks
          || !preposition && story.list("clause-start").at(story.words, i) != null
          || Story.EVENTS.stream().anyMatch(list -> story.list(list).at(story.words, i) != null)
          || story.list("siege-begun").at(story.words, i) != null
          || story.list("passive").has(story.words.word(i))
          || story.list("auxiliary").has(story.words.word(i))
          || story.list("contrast").at(story.words, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** Two times of which none lies in the other. */
  static boolean apart(@Nullable Field one, @Nullable Field other) {
    if (one == null || other == null) {
      return false;
    }
    var a = ((Value.Time) one.value()).when();
    var b = ((Value.Time) other.value()).when();
    return a.to() != null && b.from() != null && a.to().isBefore(b.from())
        || b.to() != null && a.from() != null && b.to().isBefore(a.from());
  }

  private Field field(String pointer, Sentence sentence, When when, Mention date) {
    var passages = new ArrayList<Passage>();
    passages.add(story.passage(date.span(), sentence));
    // A derived date rests on other passages too, and each is cited.
    when.restsOn().stream()
        .filter(span -> !span.equals(date.span()))
        .forEach(span -> passages.add(Passage.of(story.text, span, false)));
    return new Field(pointer, new Value.Time(when.asStated(), when), passages, when.reason());
  }

  /** "Soon after the officer was released, ...": kept as words, its bounds open. */
  private @Nullable Field byEvent(String pointer, Sentence sentence, int verbFirst, int verbLast) {
    for (var match : story.list("after-phrase").in(story.words, sentence.from(), sentence.to())) {
      boolean opens = match.first() == sentence.from() && match.last() < verbFirst;
      boolean closes = match.first() > verbLast && match.first() - verbLast <= 6;
      if (!opens && !closes) {
        continue;
      }
      int last = match.last();
      while (last + 1 < sentence.to()
          && !Story.parts(story.words.between(last, last + 1))
          && (closes || last + 1 < verbFirst)) {
        last++;
      }
      var span = story.span(match.first(), last);
      var when = words(span.of(story.text));
      return new Field(
          pointer,
          new Value.Time(when.asStated(), when),
          List.of(story.passage(span, sentence)),
          "told by another event");
    }
    return null;
  }

  private static When words(String asStated) {
    return new When(
        null, null, null, asStated, When.Basis.STATED, List.of(), "told by another event");
  }

  private int distance(Mention date, int verbFirst, int verbLast) {
    int start = story.wordAt(date.span().start());
    int far = start > verbLast ? start - verbLast : Math.max(0, verbFirst - start);
    return clauses(start, verbFirst, verbLast) ? far + OTHER_CLAUSE : far;
  }

  /** A comma or a conjunction stands between: the date may be of another verb. */
  private boolean clauses(int date, int verbFirst, int verbLast) {
    int from = Math.min(date, verbLast);
    int to = Math.max(date, verbFirst);
    for (int i = from; i < to; i++) {
      if (Story.parts(story.words.between(i, i + 1))) {
        return true;
      }
    }
    return false;
  }
}
