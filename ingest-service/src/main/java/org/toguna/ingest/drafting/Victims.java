package org.toguna.ingest.drafting;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.mentions.Categories;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.NameEntry;
import org.toguna.ingest.mentions.NounPhrases;
import org.toguna.ingest.text.Span;

/** Finds who was taken: before a passive verb, after an active one, after "the abduction of". */
final class Victims {

  private static final int BESIDE = 3;

  private final Story story;

  Victims(Story story) {
    this.story = story;
  }

  /** Those taken: the words, the noun they are known by, how many; a pronoun has no noun. */
  record Taken(
      Span span,
      String noun,
      @Nullable Integer count,
      @Nullable NameEntry person,
      boolean pronoun,
      boolean definite) {}

  @Nullable Taken ofVerb(Sentence sentence, int first, int last, boolean pronounsToo) {
    if (passive(sentence, first)) {
      return before(sentence, first);
    }
    var after = after(sentence, last, pronounsToo);
    if (after != null || !pronounsToo) {
      return after;
    }
    // "Two teachers kidnapped in March": a participle without its auxiliary, right behind the noun.
    var before = participle(sentence, first);
    return before != null && first - story.wordAt(before.span().end()) <= 1 && !armed(before)
        ? before
        : null;
  }

  /** "Two of the three teachers abducted were freed": three were abducted. */
  private @Nullable Taken participle(Sentence sentence, int first) {
    var before = before(sentence, first);
    if (before == null || before.noun().isEmpty()) {
      return before;
    }
    int from = story.wordAt(before.span().start());
    int to = story.wordAt(before.span().end());
    for (int i = to - 1; i > from; i--) {
      boolean all = NounPhrases.number(story.words.word(i)) != null;
      if (all && (partitive(i - 1) || partitive(i - 2) && !partitive(i))) {
        return new Taken(
            story.span(i, to - 1),
            before.noun(),
            NounPhrases.number(story.words.word(i)),
            null,
            false,
            true);
      }
    }
    return before;
  }

  private boolean partitive(int word) {
    return story.words.word(word).matches("of|des|de|d|parmi|among");
  }

  @Nullable Taken ofNoun(Sentence sentence, int last) {
    return story.words.word(last + 1).matches("of|de|d|du|des")
        ? after(sentence, last, false)
        : null;
  }

  boolean passive(Sentence sentence, int first) {
    return story.list("passive").anyIn(story.words, Math.max(sentence.from(), first - 3), first);
  }

  private @Nullable Taken after(Sentence sentence, int last, boolean pronounsToo) {
    int limit = Math.min(sentence.to(), last + 8);
    for (var found : people(sentence)) {
      if (found.last() > last
          && found.first() - last <= BESIDE
          && found.last() < limit
          && together(last, found.first())) {
        return taken(found);
      }
    }
    for (var actor : sentence.of(Mention.Kind.ACTOR)) {
      int at = story.wordAt(actor.span().start());
      if (at > last
          && at - last <= 2
          && actor.linked() != null
          && actor.linked().level().equals("person")) {
        return new Taken(actor.span(), actor.asStated(), 1, actor.linked(), false, true);
      }
    }
    int next = last + 1;
    if (pronounsToo
        && next < sentence.to()
        && story.list("pronoun-object").has(story.words.word(next))) {
      boolean many = story.words.word(next).matches("them|eux|elles");
      return new Taken(
          story.span(next, next),
          "",
          many ? null : Integer.valueOf(1),
          antecedent(sentence, next),
          true,
          true);
    }
    return pronounsToo ? name(sentence, next) : null;
  }

  /** A person the registry does not know: capitalised words that are no place. */
  private @Nullable Taken name(Sentence sentence, int next) {
    int end = next;
    while (end < sentence.to()
        && story.words.capitalised(end)
        && (end == next || story.words.adjacent(end - 1))) {
      end++;
    }
    if (end - next < 2) {
      return null;
    }
    var span = story.span(next, end - 1);
    boolean place = sentence.of(Mention.Kind.PLACE).stream().anyMatch(p -> p.span().overlaps(span));
    return place ? null : new Taken(span, span.of(story.text), 1, null, false, true);
  }

  private @Nullable Taken before(Sentence sentence, int first) {
    int clause = story.clause(sentence, first);
    var nearest =
        people(sentence).stream()
            .filter(
                found ->
                    found.last() < first && found.last() >= clause && first - found.last() <= 10)
            .filter(found -> !ofAnother(found))
            .max(Comparator.comparingInt(NounPhrases.Found::last));
    if (nearest.isPresent()) {
      return taken(nearest.get());
    }
    var apart = beforeParenthesis(sentence, clause);
    if (apart != null) {
      return taken(apart);
    }
    return sentence.of(Mention.Kind.ACTOR).stream()
        .filter(a -> a.linked() != null && a.linked().level().equals("person"))
        .filter(
            a ->
                story.wordAt(a.span().start()) >= clause
                    && story.wordAt(a.span().end()) <= first
                    && first - story.wordAt(a.span().end()) <= 5)
        .reduce((a, b) -> b)
        .map(a -> new Taken(a.span(), a.asStated(), 1, a.linked(), false, true))
        .orElse(null);
  }

  /** "Three drivers, including one woman, were taken": what stands between commas is of them. */
  private NounPhrases.@Nullable Found beforeParenthesis(Sentence sentence, int clause) {
    if (clause <= sentence.from() || story.words.between(clause - 1, clause).indexOf(',') < 0) {
      return null;
    }
    int inner = story.clause(sentence, clause - 1);
    return people(sentence).stream()
        .filter(found -> found.last() == inner - 1 && inner > sentence.from())
        .filter(found -> !ofAnother(found))
        .findFirst()
        .orElse(null);
  }

  /** "The daughter of the mayor was taken": the mayor was not. */
  private boolean ofAnother(NounPhrases.Found found) {
    var before = story.words.word(found.first() - 1);
    return before.matches("of|du|par|by|with|avec|including|dont|parmi|among|to|selon|notamment")
        || story.words.word(found.first()).matches("d|du|des")
            && story.list("people-forms").has(story.words.word(found.first() - 1));
  }

  private boolean armed(Taken taken) {
    return story.list("armed-forms").has(taken.noun());
  }

  private List<NounPhrases.Found> people(Sentence sentence) {
    return story.people(sentence).stream()
        .filter(found -> !Categories.adjective(story.words, found))
        .toList();
  }

  private boolean together(int last, int first) {
    for (int i = last; i < first; i++) {
      if (Story.parts(story.words.between(i, i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** With those who stand beside them by "and": "two traders and their driver" are three. */
  private Taken taken(NounPhrases.Found found) {
    int first = found.first();
    Integer count = found.count();
    boolean with = first > 1 && story.list("coordinator").has(story.words.word(first - 1));
    var beside =
        !with
            ? null
            : story.nouns.in(story.list("people-forms"), Math.max(0, first - 6), first - 1).stream()
                .filter(other -> other.last() == found.first() - 2)
                .filter(other -> !ofAnother(other))
                .findFirst()
                .orElse(null);
    if (beside != null) {
      first = beside.first();
      count =
          count == null || beside.count() == null ? null : Integer.valueOf(count + beside.count());
    }
    var lead = story.words.word(found.first());
    boolean definite =
        story.list("definite").has(lead)
            || found
                .span()
                .of(story.text)
                .toLowerCase(Locale.ROOT)
                .matches(
                    "(?s).*\\b(of the|of his|of her|of their|des|de ces|of those|of these)\\b.*");
    return new Taken(
        beside == null ? found.span() : beside.span().to(found.span()),
        singular(beside == null ? found.noun() : beside.noun()),
        count,
        null,
        false,
        definite);
  }

  /** "Him" is, most likely, the person named last; a candidate for the reviewer, no more. */
  private @Nullable NameEntry antecedent(Sentence sentence, int word) {
    int offset = story.words.start(word);
    var here = persons(sentence).filter(a -> a.span().end() <= offset).reduce((a, b) -> b);
    if (here.isPresent()) {
      return here.get().linked();
    }
    var before = story.before(sentence);
    return before == null || before.paragraph() != sentence.paragraph()
        ? null
        : persons(before).reduce((a, b) -> b).map(Mention::linked).orElse(null);
  }

  private static Stream<Mention> persons(Sentence sentence) {
    return sentence.of(Mention.Kind.ACTOR).stream()
        .filter(a -> a.linked() != null && a.linked().level().equals("person"));
  }

  /** A rough singular, enough to know the same people again. */
  static String singular(String noun) {
    if (noun.endsWith("men")) {
      return noun.substring(0, noun.length() - 3) + "man";
    }
    if (noun.equals("children")) {
      return "child";
    }
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    var words = noun.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] =
          words[i].matches(".*[^s]s|.*eaux|.*eux")
              ? words[i].substring(0, words[i].length() - 1)
              : words[i];
    }
    return String.join(" ", words);
  }
}
