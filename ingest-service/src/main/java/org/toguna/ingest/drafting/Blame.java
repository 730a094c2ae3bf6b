package org.toguna.ingest.drafting;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Categories;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.text.Span;

/** Finds who is said to have done it. */
final class Blame {

  private static final int NEAR = 8;

  private final Story story;

  Blame(Story story) {
    this.story = story;
  }

  private record Doer(Span span, int first, int last, @Nullable NameEntry entry) {}

  /** After "by"; of an active verb, else, the armed actor last named before it in the sentence. */
  @Nullable Field by(Sentence sentence, int verbFirst, int verbLast, boolean active) {
    var doers = doers(sentence);
    for (int i = verbLast + 1; i < sentence.to(); i++) {
      if (story.list("by").has(story.words.word(i))) {
        int after = i;
        var doer =
            doers.stream()
                .filter(each -> each.last() > after && each.first() - after <= NEAR)
                .min(Comparator.comparingInt(Doer::first));
        if (doer.isPresent()) {
          return field(doer.get(), sentence, "after the verb, with by");
        }
      }
    }
    return doers.stream()
        .filter(each -> active && each.last() < verbFirst)
        .max(Comparator.comparingInt(Doer::last))
        .map(doer -> field(doer, sentence, "named before the verb"))
        .orElse(null);
  }

  private List<Doer> doers(Sentence sentence) {
    var known =
        sentence.of(Mention.Kind.ACTOR).stream()
            .filter(each -> each.linked() == null || !isBystander(each.linked()))
            .map(
                each ->
                    new Doer(
                        each.span(),
                        story.wordAt(each.span().start()),
                        story.wordAt(each.span().end()) - 1,
                        each.linked()));
    var unnamed =
        Stream.of("armed-forms", "state-forces-forms")
            .flatMap(
                list -> story.nouns.in(story.list(list), sentence.from(), sentence.to()).stream())
            .filter(found -> !Categories.adjective(story.words, found))
            .filter(
                found ->
                    sentence.of(Mention.Kind.ACTOR).stream()
                        .noneMatch(a -> a.span().overlaps(found.span())))
            .map(found -> new Doer(found.span(), found.first(), found.last(), null));
    return Stream.concat(known, unnamed).toList();
  }

  /** Persons and peoples besiege nobody; a reviewer may say otherwise. */
  private static boolean isBystander(NameEntry entry) {
    return entry.level().equals("person") || entry.level().equals("ethnic_group");
  }

  private Field field(Doer doer, Sentence sentence, String reason) {
    return new Field(
        "/by",
        new Value.Who(doer.span().of(story.text), doer.entry()),
        List.of(story.passage(doer.span(), sentence)),
        reason);
  }
}
