package org.toguna.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

  @Test
  void aPullQuoteRepeatsTheSentenceInTheBody() {
    var text =
        """
        We walked for two nights because the wells were closed.

        “We walked for two nights because the wells were closed,” said Hawa Bidanessy, who sells milk. Her sister stayed behind.
        """;

    assertThat(repeated(text))
        .containsExactly("We walked for two nights because the wells were closed.");
  }

  @Test
  void anAbridgedQuoteIsStillOneStatement() {
    var text =
        """
        “The well was ours before they came to the plain. Nobody asked us. Now we pay for every bucket that we draw,” he said.

        The well was ours before they came. Now we pay for every bucket that we draw.
        """;

    assertThat(repeated(text)).contains("Now we pay for every bucket that we draw.");
  }

  @Test
  void ofTwoEqualCaptionsTheSecondRepeats() {
    var text =
        "A market in the dry season near the river bank.\nPhoto: Awa/TX\nA market in the dry season"
            + " near the river bank.\nPhoto: Awa/TX\n";

    var found = in(text);

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().span().start()).isGreaterThan(found.getFirst().of().start());
  }

  @Test
  void twoStatementsThatShareAFewWordsAreTwo() {
    var text =
        """
        The village was attacked on Monday by men on motorbikes.

        The village was rebuilt in the spring by its young people.
        """;

    assertThat(in(text)).isEmpty();
  }

  @Test
  void callsToSubscribeAreNoEvidence() {
    var text =
        """
        The siege went on for weeks without any convoy.

        The chief said that he would go and talk.

        Share this article

        Subscribe to our newsletter

        Join
        """;

    assertThat(in(text)).hasSize(3).allMatch(r -> r.kind() == Repetition.Kind.BOILERPLATE);
  }

  /** Lines of the report and the lines they repeat, as read by hand. */
  @Test
  void theRepetitionsOfALongReportAreFound() {
    var text =
        CanonicalText.of(
            new String(
                Shared.bytes("seeds/000_2975939f7675fe74.txt"),
                java.nio.charset.StandardCharsets.UTF_8));
    var byHand = new TreeMap<Integer, Integer>();
    for (int[] pair :
        new int[][] {
          {7, 18},
          {40, 64},
          {78, 90},
          {114, 148},
          {152, 178},
          {10, 9},
          {30, 28},
          {46, 50},
          {60, 64},
          {70, 68},
          {100, 104},
          {122, 118},
          {132, 130},
          {160, 164}
        }) {
      byHand.put(pair[0], pair[1]);
    }

    var found = new TreeMap<Integer, Integer>();
    var boilerplate = new java.util.TreeSet<Integer>();
    for (var each : Repetitions.in(Segments.of(text))) {
      if (each.kind() == Repetition.Kind.BOILERPLATE) {
        boilerplate.add(line(text, each.span()));
      } else {
        found.put(line(text, each.span()), line(text, each.of()));
      }
    }

    assertThat(found).containsAllEntriesOf(byHand);
    found.keySet().removeAll(byHand.keySet());
    assertThat(found).as("credits aside, nothing else repeats").containsOnlyKeys(69, 131);
    assertThat(boilerplate)
        .contains(1, 2, 3, 12, 186, 188, 190, 192, 194, 196, 198, 200, 202, 204, 206)
        .hasSize(15);
  }

  private static int line(CanonicalText text, Span span) {
    return 1 + (int) text.value().substring(0, span.start()).chars().filter(c -> c == '\n').count();
  }

  private static List<Repetition> in(String text) {
    return Repetitions.in(Segments.of(CanonicalText.of(text)));
  }

  private static List<String> repeated(String text) {
    return in(text).stream().map(each -> each.span().of(text)).toList();
  }
}
