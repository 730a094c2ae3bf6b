package org.toguna.ingest.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.kit.names.Fold;
import org.toguna.test.Spellings;

class NameDictionaryTest {

  private static NameEntry village(String id, String name) {
    return NameEntry.place(id, name, "village", List.of("TG"));
  }

  @Test
  void aNameIsFoundOnlyAsWholeWords() {
    var dictionary = NameDictionary.of(List.of(village("1", "Pel"), village("2", "Pel Wandé")));

    assertThat(dictionary.in(Folded.of("Pelga, Pel-Wande, Pel."))).hasSize(2);
    assertThat(NameDictionary.of(List.of()).in(Folded.of("Pel"))).isEmpty();
  }

  @Test
  void namesakesShareOneHit() {
    var dictionary = NameDictionary.of(List.of(village("1", "Pél"), village("2", "PEL")));

    assertThat(dictionary.size()).isEqualTo(1);
    assertThat(dictionary.in(Folded.of("Pel")).getFirst().entries()).hasSize(2);
  }

  /** Where one word finds an actor, it is found in a report. */
  @Test
  void aNameIsFoundInEverySpellingAndWhereItStands() {
    var random = new Random(12);
    for (var name :
        List.of("زاوية أحمد", "N'Dolo Wèré", "Sɛgɛla Kɔrɔ", "Bankass-Do", "Hélène Ouédraogo")) {
      var dictionary = NameDictionary.of(List.of(village("1", name)));
      for (int i = 0; i < 300; i++) {
        var spelling = Spellings.of(name, random);
        var text = "Près de " + spelling + ", ﬁn 2026";
        var folded = Folded.of(text);

        var hits = dictionary.in(folded);

        assertThat(hits).as("%s, spelt %s", name, spelling).hasSize(1);
        var hit = hits.getFirst();
        assertThat(Fold.of(text.substring(folded.start(hit.begin()), folded.end(hit.end()))))
            .isEqualTo(Fold.of(name));
      }
    }
  }

  @Test
  void anArticleIsNoPartOfAName() {
    var dictionary = NameDictionary.of(List.of(village("1", "Lor"), village("2", "Ndolo")));

    assertThat(dictionary.in(Folded.of("l'or de la mine, à N'Dolo"))).hasSize(1);
    assertThat(dictionary.in(Folded.of("Lor"))).hasSize(1);
  }

  @Test
  void sixtyThousandNamesAreLookedForInTwentyMilliseconds() {
    var entries = new ArrayList<NameEntry>();
    var syllables =
        List.of("ba", "ko", "ri", "tou", "mé", "sa", "gou", "na", "dié", "li", "wa", "zo");
    for (int i = 0; i < 60_000; i++) {
      var name = new StringBuilder("K");
      for (int rest = i; rest > 0; rest /= syllables.size()) {
        name.append(syllables.get(rest % syllables.size()));
      }
      entries.add(village("v" + i, name.toString()));
    }
    var dictionary = NameDictionary.of(entries);
    var text =
        Folded.of("The road to Kbakori was closed and nobody at Ktouba had salt. ".repeat(1650));

    long best = Long.MAX_VALUE;
    for (int run = 0; run < 40; run++) {
      long start = System.nanoTime();
      dictionary.in(text);
      best = Math.min(best, System.nanoTime() - start);
    }

    assertThat(text.text().length()).isGreaterThan(100_000);
    assertThat(best).as("nanoseconds, best of forty").isLessThan(20_000_000);
  }
}
