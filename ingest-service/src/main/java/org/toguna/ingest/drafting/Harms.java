package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.mentions.Categories;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.mentions.NounPhrases;
import org.toguna.ingest.mentions.Quantity;
import org.toguna.ingest.text.Span;

/** Finds what somebody is said to have suffered: the words of one harm, how many, and when. */
final class Harms {

  /** The codes of harm_type that a text can be read for; each has a list of its words. */
  static final List<String> CODES =
      List.of(
          "killing",
          "starvation",
          "lack_of_care",
          "injury",
          "sexual_violence",
          "beating",
          "displacement",
          "food_shortage",
          "other");

  private static final int BEFORE = 8;
  private static final int AFTER = 5;
  private static final int SPLIT = 8;

  private final Story story;
  private final Dating dating;

  Harms(Story story) {
    this.story = story;
    this.dating = new Dating(story);
  }

  static String list(String code) {
    return "harm-" + code;
  }

  private record Told(String code, int first, int last) {}

  private record Sufferers(Span span, @Nullable Quantity count) {}

  /** A harm, and the words from first to last that tell it. */
  record Found(Field field, int first, int last) {}

  List<Found> in(Sentence sentence) {
    var found = new ArrayList<Found>();
    for (var told : told(sentence)) {
      var who = sufferers(sentence, told);
      if (who != null || !needsSomebody(told)) {
        found.add(new Found(field(sentence, told, who), told.first, told.last));
      }
    }
    return found;
  }

  /** A shortage is one whoever it is that has too little; wounds are somebody's. */
  private static boolean needsSomebody(Told told) {
    return !told.code.equals("food_shortage")
        && !told.code.equals("lack_of_care")
        && !told.code.equals("starvation");
  }

  /** Of words that overlap, the longer tell more: "died of hunger" is no other death. */
  private List<Told> told(Sentence sentence) {
    var all = new ArrayList<Told>();
    for (var code : CODES) {
      for (var match : story.list(list(code)).in(story.words, sentence.from(), sentence.to())) {
        if (tells(sentence, match)) {
          all.add(new Told(code, match.first(), match.last()));
        }
      }
    }
    split(sentence, all);
    all.sort(Comparator.comparingInt((Told told) -> told.first - told.last));
    var kept = new ArrayList<Told>();
    for (var told : all) {
      if (kept.stream().noneMatch(other -> told.first <= other.last && other.first <= told.last)) {
        kept.add(told);
      }
    }
    kept.sort(Comparator.comparingInt(Told::first));
    return kept;
  }

  /** "Without medicine" says no by itself; it is told where the word before it is. */
  private boolean tells(Sentence sentence, Phrases.Match match) {
    boolean saysNo =
        story.list("negation").at(story.words, match.first()) != null
            || story.list("negation-second").at(story.words, match.first()) != null;
    return saysNo
        ? match.first() == sentence.from() || story.tells(match.first() - 1)
        : !story.unreal(sentence, match.first());
  }

  private void split(Sentence sentence, List<Told> all) {
    for (var verb :
        story.list("harm-killing-split").in(story.words, sentence.from(), sentence.to())) {
      int to = Math.min(sentence.to(), verb.last() + SPLIT);
      var ends = story.list("harm-killing-split-end").in(story.words, verb.last() + 1, to);
      if (!ends.isEmpty() && !story.unreal(sentence, verb.first())) {
        all.add(new Told("killing", verb.first(), ends.getFirst().last()));
      }
    }
  }

  /** Those it befell, beside the word: behind an active verb, before any other. */
  private @Nullable Sufferers sufferers(Sentence sentence, Told told) {
    var people =
        story.people(sentence).stream()
            .filter(found -> !Categories.adjective(story.words, found))
            .toList();
    boolean passive =
        story
            .list("passive")
            .anyIn(story.words, Math.max(sentence.from(), told.first - 3), told.first);
    boolean object = !passive && story.list("harm-of-object").at(story.words, told.first) != null;
    var behind = object ? behind(sentence, told, people) : null;
    if (behind != null) {
      return behind;
    }
    return before(sentence, told, people);
  }

  private @Nullable Sufferers behind(Sentence sentence, Told told, List<NounPhrases.Found> people) {
    int limit = Math.min(sentence.to(), told.last + 1 + AFTER);
    var noun =
        people.stream()
            .filter(each -> each.last() > told.first && each.first() > told.first)
            .filter(each -> each.first() < limit && together(told.first, each.first()))
            .min(Comparator.comparingInt(NounPhrases.Found::first))
            .orElse(null);
    var number =
        numbers(sentence)
            .filter(n -> word(n) > told.first && word(n) < limit)
            .filter(n -> together(told.first, word(n)))
            .min(Comparator.comparingInt(this::word))
            .orElse(null);
    return sufferers(noun, number);
  }

  private @Nullable Sufferers before(Sentence sentence, Told told, List<NounPhrases.Found> people) {
    int clause = Math.max(story.clause(sentence, told.first), told.first - BEFORE);
    var noun =
        people.stream()
            .filter(each -> each.last() < told.first && each.last() >= clause)
            .filter(each -> !story.list("by").has(story.words.word(each.first() - 1)))
            .max(Comparator.comparingInt(NounPhrases.Found::last))
            .orElse(null);
    var number =
        numbers(sentence)
            .filter(n -> word(n) >= clause && word(n) < told.first)
            .max(Comparator.comparingInt(this::word))
            .orElse(null);
    return sufferers(noun, number);
  }

  /** The nearer of the two tells; a noun that the number counts is one phrase with it. */
  private @Nullable Sufferers sufferers(
      NounPhrases.@Nullable Found noun, @Nullable Mention number) {
    if (noun == null && number == null) {
      return null;
    }
    if (noun == null) {
      var counted = Objects.requireNonNull(number);
      return new Sufferers(counted.span(), counted.quantity());
    }
    boolean counted =
        number != null && number.quantity() != null && number.span().overlaps(noun.span());
    if (counted) {
      var said = Objects.requireNonNull(number);
      return new Sufferers(noun.span().to(said.span()), said.quantity());
    }
    var one = noun.count();
    var quantity =
        one == null
            ? null
            : new Quantity(null, one.doubleValue(), null, null, noun.span().of(story.text));
    return new Sufferers(noun.span(), quantity);
  }

  /** Numbers of people, or of nothing that is named; never of money, goats or kilometres. */
  private Stream<Mention> numbers(Sentence sentence) {
    return sentence.of(Mention.Kind.NUMBER).stream()
        .filter(
            n -> {
              var unit = n.quantity() == null ? "" : n.quantity().unit();
              return unit == null
                  || story.list("people-forms").has(unit)
                  || CODES.stream().anyMatch(code -> story.list(list(code)).has(unit));
            });
  }

  private int word(Mention mention) {
    return story.wordAt(mention.span().start());
  }

  private boolean together(int first, int last) {
    for (int i = first; i < last; i++) {
      if (Story.parts(story.words.between(i, i + 1))) {
        return false;
      }
    }
    return true;
  }

  private Field field(Sentence sentence, Told told, @Nullable Sufferers who) {
    var words = story.span(told.first, told.last);
    var span = who == null ? words : words.to(who.span);
    var when = dating.exactly("/when", sentence, told.first, told.last);
    var passages = new ArrayList<Passage>();
    passages.add(story.passage(sentence));
    if (when != null) {
      passages.addAll(when.passages());
    }
    return new Field(
        "/harms/",
        new Value.Harm(
            span.of(story.text).strip(),
            told.code,
            words.of(story.text),
            who == null ? null : who.count,
            when == null ? null : ((Value.Time) when.value()).when()),
        passages.stream().distinct().toList(),
        "told in these words");
  }

  /** The lists by which the code of a harm is known, for whoever checks it. */
  static Map<String, List<String>> lists() {
    var lists = new LinkedHashMap<String, List<String>>();
    CODES.forEach(code -> lists.put(code, List.of(list(code))));
    lists.put("killing", List.of(list("killing"), list("killing-split")));
    return lists;
  }
}
