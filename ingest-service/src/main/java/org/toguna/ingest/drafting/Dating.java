package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.When;

/** Finds when: a date in the sentence, else the words that tell it by another event. */
final class Dating {

  private final Story story;

  Dating(Story story) {
    this.story = story;
  }

  @Nullable Field of(String pointer, Sentence sentence, int verbFirst, int verbLast) {
    var date =
        sentence.of(Mention.Kind.DATE).stream()
            .min(Comparator.comparingInt(each -> distance(each, verbFirst, verbLast)))
            .orElse(null);
    if (date != null && date.when() != null) {
      return field(pointer, sentence, date.when(), date);
    }
    return byEvent(pointer, sentence, verbFirst, verbLast);
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
    return start > verbLast ? start - verbLast : verbFirst - start;
  }
}
