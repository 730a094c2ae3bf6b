package org.toguna.cases.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.toguna.cases.gazetteer.Resemblance.Spelt;

/** What makes one name likelier than another, beyond the cost of its letters. */
class ResemblanceTest {
  private final Resemblance resemblance = Resemblance.tuned();

  @Test
  void theDearerSpellingIsTheLessLikely() {
    assertThat(score("walirde", "oualirde", 200, false))
        .isGreaterThan(score("walirde", "oualirde", 900, false));
  }

  @Test
  void moreSharedLettersAreLikelierAtTheSameCost() {
    assertThat(score("nandolikoro", "nandolikora", 300, false))
        .isGreaterThan(score("nandolikoro", "bandilakaru", 300, false));
  }

  @Test
  void aVillageIsLikelierThanTheSeatThatRepeatsIt() {
    assertThat(score("ogotembo", "ogotenbo", 100, false))
        .isGreaterThan(score("ogotembo", "ogotenbo", 100, true));
  }

  @Test
  void aWordInCommonCounts() {
    assertThat(score("sare dara", "sare daba", 300, false))
        .isGreaterThan(score("saredara", "saredaba", 300, false));
  }

  @Test
  void nothingThatIsSpeltOtherwiseIsCertainOrImpossible() {
    assertThat(score("ogotembo", "ogotembo", 0, false)).isBetween(0.5, 0.97);
    assertThat(score("ogotembo", "xyz", 5000, true)).isBetween(0.0, 0.05);
    assertThat(score("ogotembo", "", 5000, true)).isBetween(0.0, 0.05);
  }

  private double score(String asked, String name, int cost, boolean seat) {
    return resemblance.score(Resemblance.features(Spelt.of(asked), Spelt.of(name), cost, seat));
  }
}
