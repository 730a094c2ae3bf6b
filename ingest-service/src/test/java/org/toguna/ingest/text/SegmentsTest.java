package org.toguna.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {

  @Test
  void sentencesEndWhereTheReaderPauses() {
    assertThat(
            sentences(
                "Dr. Tall met Mr. O. Diop at 7.1 km. “Is it over?” he asked. “Yes.” They left! M."
                    + " Bocoum resta."))
        .containsExactly(
            "Dr. Tall met Mr. O. Diop at 7.1 km.",
            "“Is it over?” he asked.",
            "“Yes.”",
            "They left!",
            "M. Bocoum resta.");
  }

  @Test
  void frenchQuotationMarksKeepTheirSpaces() {
    assertThat(sentences("Il dit : « C'est fini. » Puis il partit."))
        .containsExactly("Il dit : « C'est fini. »", "Puis il partit.");
  }

  @Test
  void aLineIsAParagraphUnlessTheTextIsWrapped() {
    assertThat(paragraphs("One.\nTwo.\n\nThree.")).containsExactly("One.", "Two.", "Three.");
    var wrapped =
        """
        The road to the village has been closed for a month and the people
        who live there eat leaves. Nobody knows when the trucks with the millet
        will come back.

        The next paragraph begins here, and it also runs over the width of the
        page before it stops.
        """;
    assertThat(paragraphs(wrapped)).hasSize(2);
  }

  @Test
  void headingsOpenSections() {
    var segments =
        Segments.of(
            CanonicalText.of(
                "Before.\n\nA shepherd speaks: ‘We waited.’\n\nHe waited.\n\nThe way home\n\nEnd."));

    assertThat(segments.paragraphs())
        .extracting(Paragraph::heading)
        .containsExactly(false, true, false, true, false);
    assertThat(segments.paragraphs()).extracting(Paragraph::section).containsExactly(0, 1, 1, 2, 2);
  }

  @Test
  void offsetsLeadBackToTheWords() {
    var segments = Segments.of(CanonicalText.of("A first one. A second one.\n\nA third."));

    int second = segments.text().indexOf("second");
    assertThat(segments.sentenceAt(second).of(segments.text())).isEqualTo("A second one.");
    assertThat(segments.paragraphAt(segments.text().length() - 1).span().of(segments.text()))
        .isEqualTo("A third.");
  }

  private static List<String> sentences(String text) {
    var segments = Segments.of(CanonicalText.of(text));
    return segments.sentences().stream().map(span -> span.of(text)).toList();
  }

  private static List<String> paragraphs(String text) {
    return Segments.of(CanonicalText.of(text)).paragraphs().stream()
        .map(each -> each.span().of(text))
        .toList();
  }
}
