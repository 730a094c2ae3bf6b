package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Span;

/** Gathers abductions and hostage takings: begun where somebody is said to have been taken. */
final class Abductions {

  static final String TYPE = "abduction";
  private static final int FOLLOWED = 12;

  private final Story story;
  private final Placing placing;
  private final Dating dating;
  private final Blame blame;
  private final Causes causes;
  private final Victims victims;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<Account, Victims.Taken> taken = new HashMap<>();

  Abductions(Story story) {
    this.story = story;
    this.placing = new Placing(story);
    this.dating = new Dating(story);
    this.blame = new Blame(story);
    this.causes = new Causes(story);
    this.victims = new Victims(story);
  }

  List<Account> read() {
    for (var sentence : story.sentences) {
      Pace.keep();
      if (!sentence.heading() && !story.generic(sentence)) {
        begins(sentence);
        continues(sentence);
        new Fates(story).in(sentence).forEach(fate -> befalls(sentence, fate));
      }
    }
    return accounts;
  }

  private void begins(Sentence sentence) {
    for (var verb : story.list("abduction-verb").in(story.words, sentence.from(), sentence.to())) {
      begin(sentence, verb, victims.ofVerb(sentence, verb.first(), verb.last(), true));
    }
    for (var verb :
        story.list("abduction-verb-with-person").in(story.words, sentence.from(), sentence.to())) {
      var who = victims.ofVerb(sentence, verb.first(), verb.last(), false);
      // "Captured soldiers" may be anybody's prisoners: somebody must be said to have taken them.
      if (who != null && blame.by(sentence, verb.first(), verb.last(), true) != null
          || who != null && victims.passive(sentence, verb.first())) {
        begin(sentence, verb, who);
      }
    }
    for (var verb :
        story.list("abduction-verb-present").in(story.words, sentence.from(), sentence.to())) {
      var who = victims.ofVerb(sentence, verb.first(), verb.last(), false);
      boolean once = who != null && who.count() != null;
      if (once && blame.by(sentence, verb.first(), verb.last(), true) != null) {
        begin(sentence, verb, who);
      }
    }
    for (var noun : story.list("abduction-noun").in(story.words, sentence.from(), sentence.to())) {
      begin(sentence, noun, victims.ofNoun(sentence, noun.last()));
    }
  }

  private void begin(Sentence sentence, Phrases.Match word, Victims.@Nullable Taken who) {
    if (who == null || story.unreal(sentence, word.first())) {
      return;
    }
    var place = placing.direct(sentence, word.first(), word.last());
    var since = dating.of("/since", sentence, word.first(), word.last());
    var account = same(sentence, who, place, since);
    if (account == null) {
      account = new Account(TYPE, sentence, story.passage(sentence));
      accounts.add(account);
      taken.put(account, who);
      account.put(
          new Field(
              "/type",
              new Value.Code(story.span(word.first(), word.last()).of(story.text), TYPE),
              List.of(story.passage(sentence)),
              "the source's word"));
      account.put(
          new Field(
              "/victims/0",
              new Value.People(who.span().of(story.text), who.count(), who.person(), List.of()),
              List.of(story.passage(who.span(), sentence)),
              who.pronoun()
                  ? "a pronoun; the person is the one named last, to be checked"
                  : "said to have been taken"));
    }
    account.told(sentence, story.passage(sentence));
    account.put(place);
    account.put(since);
    // Who suffers before the verb does not act in it: only "by" tells who did.
    boolean active = who.span().start() > story.words.start(word.last()) && !isNoun(word);
    account.put(blame.by(sentence, word.first(), word.last(), active));
    account.put(causes.of(sentence, word.first(), word.last()));
  }

  private boolean isNoun(Phrases.Match word) {
    return story.list("abduction-noun").at(story.words, word.first()) != null;
  }

  /** The same people, by noun and number, in the same section and not said to be elsewhere. */
  private @Nullable Account same(
      Sentence sentence, Victims.Taken who, @Nullable Field place, @Nullable Field since) {
    for (int i = accounts.size() - 1; i >= 0; i--) {
      var account = accounts.get(i);
      boolean another =
          placing.apart(account.field("/place"), place)
              || Dating.apart(account.field("/since"), since);
      if (account.section != sentence.section() || another && !who.definite()) {
        continue;
      }
      var known = Objects.requireNonNull(taken.get(account));
      boolean pronoun =
          who.pronoun()
              && distance(account, sentence) <= 2
              && Objects.equals(who.person(), known.person());
      if (pronoun || alike(known, who) && (agree(known.count(), who.count()) || part(known, who))) {
        return account;
      }
    }
    return null;
  }

  private static boolean alike(Victims.Taken one, Victims.Taken other) {
    return !one.noun().isEmpty()
        && !other.noun().isEmpty()
        && (one.noun().endsWith(other.noun()) || other.noun().endsWith(one.noun()));
  }

  /** "The two teachers" of three who were taken are no others. */
  private static boolean part(Victims.Taken known, Victims.Taken who) {
    return who.definite()
        && known.count() != null
        && who.count() != null
        && who.count() < known.count();
  }

  private static boolean agree(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null || one.equals(other);
  }

  /** "The kidnapping took place near Toroli": what is still unknown of the last one. */
  private void continues(Sentence sentence) {
    if (accounts.isEmpty() || !story.has("takes-place", sentence)) {
      return;
    }
    var account = accounts.getLast();
    if (account.section == sentence.section() && distance(account, sentence) <= 3) {
      var verb =
          story.list("takes-place").in(story.words, sentence.from(), sentence.to()).getFirst();
      account.told(sentence, story.passage(sentence));
      account.put(placing.direct(sentence, verb.first(), verb.last()));
      account.put(dating.of("/since", sentence, verb.first(), verb.last()));
    }
  }

  private int distance(Account account, Sentence sentence) {
    return sentence.index() - account.last.index();
  }

  private void befalls(Sentence sentence, Fates.Told fate) {
    for (int i = accounts.size() - 1; i >= 0; i--) {
      var account = accounts.get(i);
      var known = Objects.requireNonNull(taken.get(account));
      boolean near =
          account.section == sentence.section() && distance(account, sentence) <= FOLLOWED;
      if (near && fate.concerns(known)) {
        account.told(sentence, story.passage(sentence));
        add(account, sentence, fate);
        return;
      }
    }
  }

  private void add(Account account, Sentence sentence, Fates.Told fate) {
    account.replace(
        "/victims/0",
        field -> {
          var people = (Value.People) field.value();
          // "The officer was released" tells again what "the release of one officer" told.
          boolean again = people.fates().stream().anyMatch(old -> fate.repeats(old));
          if (again) {
            return field;
          }
          var fates = new ArrayList<>(people.fates());
          fates.removeIf(
              old ->
                  old.code().equals("freed")
                      && !fate.code().equals("killed")
                      && agree(old.count(), fate.count()));
          int told = fates.stream().mapToInt(old -> old.count() == null ? 0 : old.count()).sum();
          var count = count(people.count(), told, fate);
          // More than were taken cannot share their fates: whose it is, is not told.
          if (people.count() != null && count != null && told + count > people.count()) {
            return field;
          }
          var span = new Span(sentence.span().start(), sentence.span().end());
          fates.add(new Value.Fate(fate.code(), count, fate.said(), story.passage(span, sentence)));
          var passages = new ArrayList<>(field.passages());
          passages.add(story.passage(sentence));
          return new Field(
              field.pointer(),
              new Value.People(
                  people.asStated(), people.count(), people.person(), List.copyOf(fates)),
              passages,
              field.reason());
        });
  }

  private static @Nullable Integer count(@Nullable Integer all, int told, Fates.Told fate) {
    return switch (fate.back()) {
      case ALL -> all;
      case REST -> all == null || all <= told ? null : Integer.valueOf(all - told);
      case NO, SOME, ONE -> fate.count();
    };
  }
}
