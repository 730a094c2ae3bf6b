package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.text.Pace;

/** Gathers sieges and blockades: begun by a verb or by "a siege", continued by "the siege". */
final class Sieges {

  static final String TYPE = "siege";
  private static final int NEAR = 7;
  private static final int BEGUN = 9;

  private final Story story;
  private final Placing placing;
  private final Dating dating;
  private final Blame blame;
  private final Causes causes;
  private final Harms harms;
  private final List<Account> accounts = new ArrayList<>();

  Sieges(Story story) {
    this.story = story;
    this.placing = new Placing(story);
    this.dating = new Dating(story);
    this.blame = new Blame(story);
    this.causes = new Causes(story);
    this.harms = new Harms(story);
  }

  List<Account> read() {
    for (var sentence : story.sentences) {
      Pace.keep();
      if (!sentence.heading() && !story.generic(sentence)) {
        read(sentence);
      }
    }
    return accounts;
  }

  private void read(Sentence sentence) {
    var nouns = nouns(sentence);
    var beginning = beginning(sentence, nouns);
    Account account = current(sentence);
    if (beginning != null) {
      account = begun(sentence, beginning, account);
    } else if (account == null
        || nouns.isEmpty() && !story.has("siege-verb-weak", sentence) && !attributive(sentence)) {
      return;
    }
    account.told(sentence, story.passage(sentence));
    goesOn(sentence, account);
    ends(sentence, nouns, account);
    account.put(causes.continued(sentence));
    harm(sentence, account);
  }

  private List<Phrases.Match> nouns(Sentence sentence) {
    var other = story.list("siege-not").in(story.words, sentence.from(), sentence.to());
    return story.list("siege-noun").in(story.words, sentence.from(), sentence.to()).stream()
        .filter(
            noun ->
                other.stream()
                    .noneMatch(no -> no.first() <= noun.first() && noun.last() <= no.last()))
        .toList();
  }

  /** A verb told as having happened, or "a siege" laid by somebody. */
  private Phrases.@Nullable Match beginning(Sentence sentence, List<Phrases.Match> nouns) {
    for (var verb : story.list("siege-verb").in(story.words, sentence.from(), sentence.to())) {
      if (!story.unreal(sentence, verb.first()) && !lifted(sentence, verb)) {
        return verb;
      }
    }
    for (var noun : nouns) {
      var begun = begun(sentence, noun);
      if (begun != null) {
        return begun;
      }
      boolean a = false;
      for (int i = noun.first() - 1; i >= Math.max(sentence.from(), noun.first() - 3); i--) {
        a |= story.list("indefinite").has(story.words.word(i));
      }
      boolean told =
          blame.by(sentence, noun.first(), noun.last(), true) != null
              && !story.unreal(sentence, noun.first());
      if (a && told && lift(sentence, noun) == null) {
        return noun;
      }
    }
    return null;
  }

  /** "The siege of Koro began": the noun up to the word that begins it, in one clause. */
  private Phrases.@Nullable Match begun(Sentence sentence, Phrases.Match noun) {
    int to = Math.min(sentence.to(), noun.last() + 1 + BEGUN);
    for (var word : story.list("siege-begun").in(story.words, noun.last() + 1, to)) {
      if (!story.unreal(sentence, noun.first()) && !story.unreal(sentence, word.first())) {
        return new Phrases.Match(noun.first(), word.last(), noun.listed(), false);
      }
    }
    return null;
  }

  /** "The besieged village": a verb used as an adjective after "the" begins nothing new. */
  private boolean attributive(Sentence sentence) {
    return story.has("siege-verb", sentence);
  }

  private boolean lifted(Sentence sentence, Phrases.Match verb) {
    return verb.listed().contains("siege") && lift(sentence, verb) != null;
  }

  private @Nullable Account current(Sentence sentence) {
    for (int i = accounts.size() - 1; i >= 0; i--) {
      if (accounts.get(i).section == sentence.section()) {
        return accounts.get(i);
      }
    }
    return accounts.isEmpty() ? null : accounts.getLast();
  }

  /** A new siege if none is being told, or if this one lies somewhere else. */
  private Account begun(Sentence sentence, Phrases.Match verb, @Nullable Account current) {
    var place = placing.direct(sentence, verb.first(), verb.last());
    var account = current;
    if (current == null
        || placing.apart(current.field("/place"), place)
        || anotherSettlement(sentence, current)) {
      account = new Account(TYPE, sentence, story.passage(sentence));
      accounts.add(account);
      account.put(
          new Field(
              "/type",
              new Value.Code(story.span(verb.first(), verb.last()).of(story.text), code(verb)),
              List.of(story.passage(sentence)),
              "the source's word"));
    }
    account.put(
        place != null ? place : account.has("/place") ? null : placing.introduced(sentence));
    boolean ends = lift(sentence, verb) != null;
    account.put(ends ? null : dating.of("/since", sentence, verb.first(), verb.last()));
    account.put(blame.by(sentence, verb.first(), verb.last(), !suffered(sentence, verb)));
    account.put(causes.of(sentence, verb.first(), verb.last()));
    if (account != current) {
      var begun = account;
      story.following(sentence, 2).forEach(next -> harm(next, begun));
    }
    return account;
  }

  /** "Is besieged", "the besieged town": the verb is not of whoever stands before it. */
  private boolean suffered(Sentence sentence, Phrases.Match verb) {
    int from = Math.max(sentence.from(), verb.first() - 3);
    boolean passive =
        story.list("passive").anyIn(story.words, from, verb.first())
            && story.list("by").in(story.words, from, verb.first()).isEmpty();
    return passive || story.list("settlement-noun-forms").at(story.words, verb.last() + 1) != null;
  }

  private static String code(Phrases.Match word) {
    return word.listed().matches(".*(blocus|blockade|embargo|coupe|cut|sealed).*")
        ? "blockade"
        : "siege";
  }

  /** "Another village was besieged": under a heading of its own, or said to be another. */
  private boolean anotherSettlement(Sentence sentence, Account account) {
    var found = placing.settlement(sentence, "indefinite");
    return found != null
        && (account.section != sentence.section()
            || story.words.word(found.first()).matches("another|autre"));
  }

  private void goesOn(Sentence sentence, Account account) {
    for (var verb : story.list("siege-verb").in(story.words, sentence.from(), sentence.to())) {
      int from = Math.max(sentence.from(), verb.first() - 4);
      var still = story.list("siege-goes-on").in(story.words, from, verb.first());
      if (!still.isEmpty() && !account.has("/status") && !story.unreal(sentence, verb.first())) {
        account.put(status(sentence, "open", still.getFirst().first(), verb.last()));
      }
    }
  }

  private void ends(Sentence sentence, List<Phrases.Match> nouns, Account account) {
    for (var noun : nouns) {
      var lift = lift(sentence, noun);
      if (lift != null) {
        int from = Math.max(sentence.from(), noun.first() - NEAR);
        int to = Math.min(sentence.to(), lift.last() + NEAR);
        var partly = story.list("siege-partly").in(story.words, from, to);
        int first = Math.min(noun.first(), lift.first());
        int last = Math.max(noun.last(), lift.last());
        var status =
            partly.isEmpty()
                ? status(sentence, "lifted", first, last)
                : status(
                    sentence,
                    "partly-lifted",
                    Math.min(first, partly.getFirst().first()),
                    Math.max(last, partly.getFirst().last()));
        account.put(status);
        account.replace(
            "/status", old -> ((Value.Code) old.value()).code().equals("lifted") ? old : status);
        if (partly.isEmpty()) {
          account.put(dating.of("/until", sentence, first, last));
        }
        return;
      }
    }
  }

  private Field status(Sentence sentence, String code, int first, int last) {
    return new Field(
        "/status",
        new Value.Code(story.span(first, last).of(story.text), code),
        List.of(story.passage(sentence)),
        "told in this sentence");
  }

  /** The word that ends it, near the noun and told as having happened. */
  private Phrases.@Nullable Match lift(Sentence sentence, Phrases.Match noun) {
    int from = Math.max(story.clause(sentence, noun.first()), noun.first() - 4);
    int to = Math.min(sentence.to(), noun.last() + NEAR);
    for (var list : List.of("siege-lifted", "siege-lifted-noun", "siege-partly")) {
      for (var match : story.list(list).in(story.words, from, to)) {
        if (!story.unreal(sentence, match.first()) && !openClause(noun, match)) {
          return match;
        }
      }
    }
    return null;
  }

  private boolean openClause(Phrases.Match noun, Phrases.Match lift) {
    for (int i = Math.min(noun.last(), lift.last());
        i < Math.max(noun.first(), lift.first());
        i++) {
      if (Story.parts(story.words.between(i, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Harm told beside the siege, unless the sentence sets it somewhere else. */
  private void harm(Sentence sentence, Account account) {
    for (var harm : harms.in(sentence)) {
      if (!placing.apart(
          account.field("/place"), placing.direct(sentence, harm.first(), harm.last()))) {
        account.add(harm.field());
      }
    }
  }
}
