package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.mentions.NounPhrases;

/** What is told to have become of people who were taken. */
final class Fates {

  private static final int NEAR = 9;
  private static final List<Back> POINTING = List.of(Back.SOME, Back.ALL, Back.REST, Back.ONE);

  private final Story story;

  Fates(Story story) {
    this.story = story;
  }

  /** A fate, of whom (a noun; none where a pronoun points back) and of how many. */
  record Told(String code, String noun, @Nullable Integer count, Back back, String said) {

    boolean concerns(Victims.Taken taken) {
      if (back != Back.NO) {
        boolean fits = count == null || taken.count() == null || count <= taken.count();
        return fits && (back != Back.ONE || taken.count() == null || taken.count() == 1);
      }
      if (noun.matches("hostage|captive|otage|captif|prisoner|prisonnier")) {
        return true;
      }
      return !noun.isEmpty()
          && !taken.noun().isEmpty()
          && (taken.noun().endsWith(noun) || noun.endsWith(taken.noun()));
    }

    boolean repeats(Value.Fate old) {
      boolean sameKind =
          old.code().equals(code) || code.equals("freed") && !old.code().equals("killed");
      return sameKind && (count == null || old.count() == null || old.count().equals(count));
    }
  }

  /** How a pronoun points back: to some of them, all, those of whom nothing is told yet, or one. */
  enum Back {
    NO,
    SOME,
    ALL,
    REST,
    ONE
  }

  private record Whom(String noun, @Nullable Integer count, Back back, int distance) {}

  List<Told> in(Sentence sentence) {
    var told = new ArrayList<Told>();
    for (var code : List.of("exchanged", "freed", "escaped", "killed")) {
      for (var word : story.list(code).in(story.words, sentence.from(), sentence.to())) {
        if (!story.unreal(sentence, word.first())) {
          told.add(told(sentence, code, word));
        }
      }
    }
    return told;
  }

  private Told told(Sentence sentence, String code, Phrases.Match word) {
    var said = story.span(word.first(), word.last()).of(story.text);
    var name = code;
    if (code.equals("freed")) {
      var ransom =
          story.list("ransomed").in(story.words, sentence.from(), sentence.to()).stream()
              .filter(each -> !story.unreal(sentence, each.first()))
              .findFirst();
      if (ransom.isPresent()) {
        name = "ransomed";
        said = story.span(ransom.get().first(), ransom.get().last()).of(story.text);
      }
    }
    var who = whom(sentence, word);
    return who == null
        ? new Told(name, "", null, Back.NO, said)
        : new Told(name, Victims.singular(who.noun), who.count, who.back, said);
  }

  /** The people told of nearest to the word, in front or, after "release of", behind. */
  private @Nullable Whom whom(Sentence sentence, Phrases.Match word) {
    Whom nearest = pronoun(sentence, word);
    int best = nearest == null ? NEAR : nearest.distance;
    for (var found : story.people(sentence)) {
      boolean behind = found.first() > word.last();
      if (behind
          && !word.listed().matches(".*( of| de| du| des| d)|freed|released|relache|libere")) {
        continue;
      }
      int distance = behind ? found.first() - word.last() : word.first() - found.last();
      if (distance > 0 && distance < best) {
        best = distance;
        nearest = new Whom(found.noun(), found.count(), Back.NO, distance);
      }
    }
    return nearest;
  }

  /**
   * "One of them", "both", "les autres": of those whom the text spoke of before. Who stands before
   * an active verb freed or killed others.
   */
  private @Nullable Whom pronoun(Sentence sentence, Phrases.Match word) {
    boolean suffered =
        word.listed().matches(".*escaped|fled captivity|.*(liberte|mort|dead|evade.*|enfui.*)")
            || story
                .list("passive")
                .anyIn(story.words, Math.max(sentence.from(), word.first() - 4), word.first());
    return suffered ? before(sentence, word) : behind(sentence, word);
  }

  private @Nullable Whom before(Sentence sentence, Phrases.Match word) {
    int from = Math.max(sentence.from(), word.first() - NEAR);
    for (int i = word.first() - 1; i >= from; i--) {
      if (Story.parts(story.words.between(i, i + 1))) {
        return null;
      }
      for (var back : POINTING) {
        var match = story.list(list(back)).endingAt(story.words, i);
        if (match != null && match.first() >= from) {
          return new Whom("", count(back, match), back, word.first() - i);
        }
      }
    }
    return null;
  }

  private @Nullable Whom behind(Sentence sentence, Phrases.Match word) {
    for (int i = word.last() + 1; i < Math.min(sentence.to(), word.last() + 4); i++) {
      if (Story.parts(story.words.between(i - 1, i))) {
        return null;
      }
      for (var back : List.of(Back.SOME, Back.REST)) {
        var match = story.list(list(back)).at(story.words, i);
        if (match != null && match.last() > match.first()) {
          return new Whom("", count(back, match), back, i - word.last());
        }
      }
    }
    return null;
  }

  private static String list(Back back) {
    return "back-" + back.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable Integer count(Back back, Phrases.Match match) {
    if (back == Back.ONE) {
      return 1;
    }
    for (int i = match.first(); back == Back.SOME && i <= match.last(); i++) {
      var count = NounPhrases.number(story.words.word(i));
      if (count != null) {
        return count;
      }
    }
    return null;
  }
}
