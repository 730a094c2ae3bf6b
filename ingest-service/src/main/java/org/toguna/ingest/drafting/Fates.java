package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.mentions.NounPhrases;

/** What is told to have become of people who were taken. */
final class Fates {

  private static final int NEAR = 9;

  private final Story story;

  Fates(Story story) {
    this.story = story;
  }

  /** A fate, of whom (a noun, or none) and of how many. */
  record Told(String code, String noun, @Nullable Integer count) {

    boolean concerns(Victims.Taken taken) {
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

  List<Told> in(Sentence sentence) {
    var told = new ArrayList<Told>();
    for (var code : List.of("exchanged", "freed", "escaped", "killed")) {
      for (var word : story.list(code).in(story.words, sentence.from(), sentence.to())) {
        if (!story.unreal(sentence, word.first())) {
          var who = concerned(sentence, word);
          var name = code.equals("freed") && story.has("ransomed", sentence) ? "ransomed" : code;
          told.add(
              new Told(
                  name,
                  who == null ? "" : Victims.singular(who.noun()),
                  who == null ? null : who.count()));
        }
      }
    }
    return told;
  }

  /** The people told of nearest to the word, in front or, after "release of", behind. */
  private NounPhrases.@Nullable Found concerned(Sentence sentence, Phrases.Match word) {
    NounPhrases.Found nearest = null;
    int best = NEAR;
    for (var found : story.nouns.in(story.list("people-forms"), sentence.from(), sentence.to())) {
      boolean behind = found.first() > word.last();
      if (behind
          && !word.listed().matches(".*( of| de| du| des| d)|freed|released|relache|libere")) {
        continue;
      }
      int distance = behind ? found.first() - word.last() : word.first() - found.last();
      if (distance > 0 && distance < best) {
        best = distance;
        nearest = found;
      }
    }
    return nearest;
  }
}
