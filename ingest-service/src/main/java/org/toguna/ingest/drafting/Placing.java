package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.Mention.Role;
import org.toguna.ingest.mentions.NounPhrases;
import org.toguna.ingest.text.Span;

/** Finds where an event took place, by words that place the event and by nothing else. */
final class Placing {

  private static final int FAR = 14;
  private static final int BACK = 6;
  private static final List<String> LEVELS =
      List.of("country", "adm1", "adm2", "adm3", "village", "site");

  private final Story story;

  Placing(Story story) {
    this.story = story;
  }

  /** Where the sentence itself sets its verb, or null. */
  @Nullable Field direct(Sentence sentence, int verbFirst, int verbLast) {
    var found =
        places(sentence).stream()
            .filter(place -> attached(sentence, place, verbFirst, verbLast))
            .min(
                Comparator.comparing(Placing::isCountry)
                    .thenComparingInt(place -> distance(place, verbFirst, verbLast)))
            .orElse(null);
    if (found == null) {
      return null;
    }
    var finest = finest(sentence, found);
    var settlement = settlementBefore(sentence, finest);
    if (settlement != null && isUnit(finest)) {
      var span = settlement.span().to(finest.span());
      return field(
          finest,
          span.of(story.text),
          true,
          List.of(story.passage(span, sentence)),
          "an unnamed place in it");
    }
    var passages = new ArrayList<Passage>();
    passages.add(story.passage(finest.span(), sentence));
    for (var unit = finest.unit(); unit != null; unit = unit.unit()) {
      passages.add(story.passage(unit.span(), sentence));
    }
    return field(finest, named(finest), false, passages, "said of the event");
  }

  /**
   * "The village" of a siege is the one introduced before it in the same section, and lies where
   * that sentence, or one between, sets it.
   */
  @Nullable Field introduced(Sentence sentence) {
    var settlement = settlement(sentence, "definite");
    if (settlement == null) {
      return null;
    }
    int at = sentence.index();
    for (int i = at - 1; i >= Math.max(0, at - BACK); i--) {
      var earlier = story.sentences.get(i);
      if (earlier.section() != sentence.section() || earlier.heading()) {
        break;
      }
      var place =
          places(earlier).stream()
              .filter(p -> p.role() == Role.LOCATIVE && !isCountry(p))
              .reduce((a, b) -> b)
              .orElse(null);
      if (place == null) {
        continue;
      }
      var antecedent = antecedent(i, at);
      var named = isUnit(place) ? antecedent : null;
      var asStated = named == null ? place.asStated() : named.span().of(story.text);
      var passages =
          named == null
              ? List.of(
                  story.passage(place.span(), earlier), story.passage(settlement.span(), sentence))
              : List.of(
                  story.passage(place.span(), earlier),
                  story.passage(named.span(), earlier),
                  story.passage(settlement.span(), sentence));
      return field(
          place,
          asStated,
          isUnit(place),
          passages,
          "the place was introduced beside " + place.asStated());
    }
    return null;
  }

  /** Two places that cannot be one; of what is unknown that is not said. */
  boolean apart(@Nullable Field one, @Nullable Field other) {
    if (one == null || other == null) {
      return false;
    }
    var here = (Value.Where) one.value();
    var there = (Value.Where) other.value();
    if (here.unit() == null || there.unit() == null) {
      return !Folded.key(here.asStated()).equals(Folded.key(there.asStated()));
    }
    var a = Objects.requireNonNull(here.unit());
    var b = Objects.requireNonNull(there.unit());
    boolean inside =
        a.recordId().equals(b.recordId())
            || a.path().contains(b.recordId())
            || b.path().contains(a.recordId());
    boolean bothNamed = here.named() && there.named();
    return !inside
        || bothNamed && !Folded.key(here.asStated()).equals(Folded.key(there.asStated()));
  }

  private NounPhrases.@Nullable Found antecedent(int from, int to) {
    for (int i = from; i < to; i++) {
      var found = settlement(story.sentences.get(i), "indefinite");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** "A village", "the town": a settlement by its noun, with that kind of article. */
  NounPhrases.@Nullable Found settlement(Sentence sentence, String article) {
    return story
        .nouns
        .in(story.list("settlement-noun-forms"), sentence.from(), sentence.to())
        .stream()
        .map(this::withArticle)
        .filter(
            found -> !found.plural() && story.list(article).has(story.words.word(found.first())))
        .findFirst()
        .orElse(null);
  }

  /** An adjective may stand between: "a nearby village". */
  private NounPhrases.Found withArticle(NounPhrases.Found found) {
    int first = found.first();
    if (story.list("nearness").has(story.words.word(first - 1))
        || story.list("direction").has(story.words.word(first - 1))) {
      first--;
      while (first > 0
          && (story.list("indefinite").has(story.words.word(first - 1))
              || story.list("definite").has(story.words.word(first - 1)))) {
        first--;
      }
    }
    return new NounPhrases.Found(
        first,
        found.last(),
        story.span(first, found.last()),
        found.noun(),
        found.plural(),
        found.count());
  }

  private NounPhrases.@Nullable Found settlementBefore(Sentence sentence, Mention place) {
    var found = settlement(sentence, "indefinite");
    int start = story.wordAt(place.span().start());
    return found != null && found.last() < start && start - found.last() <= 5 ? found : null;
  }

  private List<Mention> places(Sentence sentence) {
    return sentence.of(Mention.Kind.PLACE).stream().filter(p -> p.role() != Role.ORIGIN).toList();
  }

  private boolean attached(Sentence sentence, Mention place, int verbFirst, int verbLast) {
    int start = story.wordAt(place.span().start());
    int end = story.wordAt(place.span().end()) - 1;
    boolean beside =
        place.role() == Role.NONE
            && (start - verbLast >= 1 && start - verbLast <= 4
                || verbFirst - end >= 1 && verbFirst - end <= 3);
    if (place.role() != Role.LOCATIVE && !beside) {
      return false;
    }
    if (start > verbLast) {
      return start - verbLast <= FAR && !leavesClause(verbLast, start);
    }
    boolean opens = start - sentence.from() <= 6;
    return opens || verbFirst - end <= FAR && !leavesClause(end, verbFirst);
  }

  /** A dash, or a relative pronoun, opens words about somebody or something else. */
  private boolean leavesClause(int from, int to) {
    for (int i = from; i < to; i++) {
      var gap = story.words.between(i, i + 1);
      if (gap.chars().anyMatch(c -> "–—;:()“”«»".indexOf(c) >= 0)) {
        return true;
      }
      if (i > from
          && story
              .words
              .word(i)
              .matches("that|who|which|whose|where|qui|dont|ou|lequel|laquelle")) {
        return true;
      }
    }
    return false;
  }

  /** "The village of Toroli in Koro district": the finest of those that are named together. */
  private Mention finest(Sentence sentence, Mention found) {
    var finest = found;
    for (int step = 0; step < 4; step++) {
      var now = finest;
      var finer =
          places(sentence).stream()
              .filter(other -> other != now && rank(other) > rank(now))
              .filter(
                  other ->
                      isSetIn(other, now) || near(other, now) && gapJoins(other.span(), now.span()))
              .findFirst();
      if (finer.isEmpty()) {
        return finest;
      }
      finest = finer.get();
    }
    return finest;
  }

  /** The text sets the one in the other, which the reading of places has found out already. */
  private static boolean isSetIn(Mention finer, Mention unit) {
    var within = finer.within();
    return within != null
        && unit.linked() != null
        && within.path().contains(unit.linked().recordId());
  }

  private static boolean near(Mention one, Mention other) {
    int from = Math.min(one.span().end(), other.span().end());
    int to = Math.max(one.span().start(), other.span().start());
    return to >= from && to - from <= 40;
  }

  private boolean gapJoins(Span one, Span other) {
    int from = Math.min(one.end(), other.end());
    int to = Math.max(one.start(), other.start());
    return to >= from
        && to - from <= 30
        && story
            .text
            .substring(from, to)
            .matches("(?is)[\\s\\u00A0,(]*(in|dans|en|of|de|du|le|la|the|l['’]|nearby|\\s)*");
  }

  private static int rank(Mention place) {
    if (place.linked() == null && place.candidates().isEmpty()) {
      return LEVELS.indexOf("village");
    }
    var entry = place.linked() != null ? place.linked() : place.candidates().getFirst();
    return LEVELS.indexOf(entry.level());
  }

  private int distance(Mention place, int verbFirst, int verbLast) {
    int start = story.wordAt(place.span().start());
    return start > verbLast ? start - verbLast : verbFirst - start;
  }

  private static boolean isCountry(Mention place) {
    return place.linked() != null && place.linked().level().equals("country");
  }

  private static boolean isUnit(Mention place) {
    return place.linked() != null && place.linked().level().startsWith("adm");
  }

  private static Field field(
      Mention place, String asStated, boolean unnamed, List<Passage> passages, String reason) {
    return new Field(
        "/place",
        new Value.Where(
            asStated, place.linked(), place.candidates(), unnamed, unnamed ? null : place.within()),
        passages,
        reason + "; " + Objects.requireNonNull(place.reason()));
  }

  /** A settlement's own name, without the word of kind before or behind it. */
  private String named(Mention place) {
    if (isUnit(place) || place.name() == null) {
      return place.asStated();
    }
    return Objects.requireNonNull(place.name());
  }
}
