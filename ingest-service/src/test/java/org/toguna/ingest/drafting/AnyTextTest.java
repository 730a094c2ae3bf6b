package org.toguna.ingest.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.toguna.ingest.mentions.Fiction;
import org.toguna.ingest.mentions.MentionReader;
import org.toguna.ingest.mentions.NameDictionary;
import org.toguna.ingest.mentions.Publication;
import org.toguna.ingest.text.CanonicalText;
import org.toguna.ingest.text.Repetitions;
import org.toguna.ingest.text.Segments;

/** Whatever the text, it is read without a fault, and every passage quotes what stands there. */
class AnyTextTest {

  private static final List<String> PIECES =
      List.of(
          "the",
          "a village",
          "Pelga",
          "Kelmou district",
          "cercle de",
          "Sorobé",
          "was",
          "besieged",
          "siege",
          "lifted",
          "last August",
          "in August 2031",
          "kidnapped",
          "two teachers",
          "him",
          "by",
          "jihadists",
          "“",
          "”",
          ".",
          ",",
          " – ",
          "\n",
          "\n\n",
          "Awa Bélémou",
          "’s",
          "œuvre",
          "e\u0301",
          "\uD83D\uDC2A",
          "\u00A0",
          "once",
          "after",
          "enlevé",
          "blocus",
          "levé",
          "(",
          ")",
          "from",
          "in",
          "of",
          "release of",
          "one",
          "30 February 2031",
          "7.1",
          "1,500",
          "under a siege",
          "If",
          "not");

  @Test
  void isReadWithoutAFault() {
    var reader = new MentionReader(List.of(NameDictionary.of(Fiction.names())));
    var random = new Random(20310801);
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(5) == 0 ? "" : " ");
      }
      var language = List.of("en", "fr", "und").get(round % 3);
      var segments = Segments.of(CanonicalText.of(text));
      var mentions = reader.read(segments, language, Publication.UNKNOWN);
      assertThat(mentions)
          .allSatisfy(m -> assertThat(m.span().of(segments.text())).isEqualTo(m.asStated()));
      var drafts = new Drafter().draft(segments, mentions, Repetitions.in(segments), language);
      assertThat(drafts)
          .flatExtracting(Suggestion::fields)
          .flatExtracting(Field::passages)
          .allSatisfy(
              p -> assertThat(segments.text().substring(p.start(), p.end())).isEqualTo(p.quote()));
    }
  }
}
