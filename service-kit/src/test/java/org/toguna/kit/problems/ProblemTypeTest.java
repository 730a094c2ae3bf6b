package org.toguna.kit.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

  @ParameterizedTest
  @EnumSource
  void everyTypeHasATitleADetailAndARemedyInBothLanguages(ProblemType type) {
    for (var language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertThat(type.title(language)).isNotBlank();
      assertThat(type.remedy(language)).isNotBlank();
      assertThat(Diagnosis.plain(type).detail(language)).isNotBlank();
    }
    assertThat(type.title(Locale.FRENCH)).isNotEqualTo(type.title(Locale.ENGLISH));
    assertThat(ProblemType.ofSlug(type.slug())).contains(type);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    var english = ResourceBundle.getBundle("problems", Locale.ROOT);
    var french = ResourceBundle.getBundle("problems", Locale.FRENCH);
    assertThat(french.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(french.getString(key).contains("{0}"))
                    .isEqualTo(english.getString(key).contains("{0}")));
  }

  @ParameterizedTest
  @CsvSource({"fr,fr", "fr-ML,fr", "'en;q=0.2,fr;q=0.9',fr", "en,en", "bm,en", "'',en", "'***',en"})
  void whoeverAsksForNeitherLanguageGetsEnglish(String header, String language) {
    assertThat(Languages.preferred(header).getLanguage()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"vilage,village", "buildOn,builtOn", "VILLAGE,village", "xyz,", "lmiit,limit"})
  void theNearestKnownNameIsProposedIfItIsNearEnough(String word, String near) {
    assertThat(Nearest.to(word, List.of("village", "builtOn", "limit")).orElse(null))
        .isEqualTo(near);
  }
}
