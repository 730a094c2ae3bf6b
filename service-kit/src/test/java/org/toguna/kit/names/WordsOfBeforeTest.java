package org.toguna.kit.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Words that were indexed before are folded by a migration, to what they are asked by today. */
class WordsOfBeforeTest {
  @Test
  void theMigrationFoldsEachLetterAsTheTableDoes() throws IOException {
    var written = constant("written");
    var folded = constant("folded");

    assertThat(written).hasSizeGreaterThan(300);
    for (int i = 0; i < written.length(); i++) {
      char now = Fold.of(written.charAt(i));
      if (i < folded.length()) {
        assertThat(folded.charAt(i)).as("%04X", (int) written.charAt(i)).isEqualTo(now);
      } else {
        assertThat(now).as("%04X", (int) written.charAt(i)).isIn(Fold.DROPPED, Fold.APOSTROPHE);
      }
    }
  }

  private static String constant(String name) throws IOException {
    try (var file =
        WordsOfBeforeTest.class.getResourceAsStream(
            "/db/migration/kit/V88__words_are_folded_by_one_table.sql")) {
      var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      var found = Pattern.compile(name + " constant text := U&'([^']*)'").matcher(sql);
      assertThat(found.find()).isTrue();
      var letters = new StringBuilder();
      for (var code : found.group(1).substring(1).split("\\\\")) {
        letters.append((char) Integer.parseInt(code, 16));
      }
      return letters.toString();
    }
  }
}
