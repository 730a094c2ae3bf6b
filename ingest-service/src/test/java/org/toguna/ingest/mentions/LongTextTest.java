package org.toguna.ingest.mentions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.toguna.ingest.drafting.Drafter;
import org.toguna.ingest.text.CanonicalText;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Repetitions;
import org.toguna.ingest.text.Segments;

/**
 * Reading takes as much as the text is long, lists a bounded number, and ends when it is told to.
 */
class LongTextTest {

  private static final Publication PUBLISHED = Publication.on(LocalDate.of(2031, 10, 20));

  private static MentionReader.Found read(String text) {
    var segments = Segments.of(CanonicalText.of(text));
    var repetitions = Repetitions.in(segments);
    var found =
        new MentionReader(List.of(NameDictionary.of(Fiction.names())))
            .find(segments, "en", PUBLISHED);
    new Drafter().draft(segments, found.mentions(), repetitions, "en");
    return found;
  }

  @Test
  void aMegabyteOfDatesIsReadAndWhatIsNotListedIsSaid() {
    var found = read("since 3 October 20 ".repeat(50_000));

    assertThat(found.more()).isTrue();
    assertThat(found.mentions()).hasSizeLessThanOrEqualTo(4 * MentionReader.MOST);
    assertThat(read("since 3 October 2031 ".repeat(50)).more()).isFalse();
  }

  /** Counted in what is allocated, which no busy machine changes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "since 3 October 20 ",
        "On 3 May 2031 he left. ",
        "Rebels besieged Pelga on 3 May 2031, and shot 2 people dead there. ",
        "Two teachers were kidnapped near Pelga in May by gunmen and one of them was freed. ",
        "besieged kidnapped teachers in Pelga ",
        "Pelga Zgorox Peul ",
        "Share this article\n",
        "A line of no use\n",
        "111 111 111 ",
        "“ if « "
      })
  void twiceTheTextTakesAboutTwiceTheWork(String unit) {
    int size = 120_000;
    read(unit.repeat(size / 8 / unit.length()));

    long one = allocated(unit.repeat(size / 2 / unit.length()));
    long two = allocated(unit.repeat(size / unit.length()));

    assertThat((double) two / one).as(unit).isLessThan(2.6);
  }

  private static long allocated(String text) {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    read(text);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void anInterruptedReadingEnds() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> read("since 3 October 20 ".repeat(5_000)))
          .isInstanceOf(Pace.TimeIsUp.class);
    } finally {
      Thread.interrupted();
    }
  }
}
