package org.toguna.ingest.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.toguna.ingest.text.Shared;

class LanguagesTest {

  private final Languages languages = new Languages();

  @Test
  void englishAndFrenchAreTold() {
    assertThat(languages.of("The village was besieged for two months, the mayor said."))
        .isEqualTo("en");
    assertThat(languages.of("Le village a été assiégé pendant deux mois, selon le maire."))
        .isEqualTo("fr");
  }

  @Test
  void aLanguageThatIsNotKnownIsNotGuessed() {
    assertThat(languages.of("Hadamaden bɛɛ danbe ye kelen ye, u ka josiraw la")).isEqualTo("und");
    assertThat(languages.of("1234 ??")).isEqualTo("und");
  }

  @Test
  void samplesOfTwentyLanguagesAreToldOrLeftOpen() throws IOException {
    int told = 0;
    int toldFrenchOrEnglish = 0;
    int wrong = 0;
    var lines = Files.readAllLines(Shared.path("data/sample/langid/udhr_dev.tsv"));
    for (var line : lines.subList(1, lines.size())) {
      var field = line.split("\t");
      var is = field[1];
      var found = languages.of(field[3]);
      boolean supported = java.util.Set.of("en", "fr").contains(is);
      told += supported ? 1 : 0;
      toldFrenchOrEnglish += supported && found.equals(is) ? 1 : 0;
      wrong += !found.equals("und") && !found.equals(is) ? 1 : 0;
    }
    System.out.printf(
        "languages: %d of %d told, %d wrong of %d%n",
        toldFrenchOrEnglish, told, wrong, lines.size() - 1);
    assertThat(toldFrenchOrEnglish).isGreaterThanOrEqualTo(told * 95 / 100);
    assertThat(wrong).isLessThan(lines.size() * 2 / 100);
  }
}
