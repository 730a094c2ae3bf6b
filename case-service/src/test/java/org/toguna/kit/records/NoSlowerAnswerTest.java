package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.toguna.kit.records.HiddenRows.Taken;

/**
 * What a reader may not see is not walked on the way to an answer: with two thousand hidden records
 * at what is looked up an answer reads the same pages as with none.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NoSlowerAnswerTest {
  private static final String QUIET = "quiet-a";
  private static final String CROWDED = "crowd-a";

  /**
   * Of fifty lookups some few begin or end where a page of an index does, which is not the same for
   * both. Two thousand rows that were walked would be thousands of pages.
   */
  private static final int WHERE_PAGES_BEGIN = 6;

  private HiddenRows rows;

  @BeforeAll
  void fill() throws SQLException {
    rows = new HiddenRows();
    rows.fill(List.of(QUIET), List.of(CROWDED));
  }

  @AfterAll
  void close() throws SQLException {
    rows.close();
  }

  @Test
  void aPageReadsNothingThatIsHidden() throws SQLException {
    assertThat(rows.classesHeld()).isEqualTo(50);
    for (String way : HiddenRows.questions(QUIET).keySet()) {
      var quiet = HiddenRows.questions(QUIET).get(way);
      var crowded = HiddenRows.questions(CROWDED).get(way);
      rows.page(quiet);
      rows.page(crowded);
      alike(way, rows.page(quiet), rows.page(crowded));
    }
  }

  @Test
  void noMoreDoesATotal() throws SQLException {
    for (String way : HiddenRows.questions(QUIET).keySet()) {
      var quiet = HiddenRows.questions(QUIET).get(way);
      var crowded = HiddenRows.questions(CROWDED).get(way);
      rows.total(quiet);
      rows.total(crowded);
      alike("total by " + way, rows.total(quiet), rows.total(crowded));
    }
  }

  private static void alike(String way, Taken quiet, Taken crowded) {
    assertThat(crowded.rows()).as("rows by " + way).isEqualTo(quiet.rows()).isPositive();
    assertThat(crowded.removed()).as("looked at in vain by " + way).isEqualTo(quiet.removed());
    if (!way.endsWith("period") && !way.endsWith("words")) {
      assertThat(crowded.removed()).as("looked at in vain by " + way).isZero();
    }
    assertThat(Math.abs(crowded.buffers() - quiet.buffers()))
        .as("pages by %s: %s and %s", way, quiet, crowded)
        .isLessThanOrEqualTo(WHERE_PAGES_BEGIN);
  }

  @Test
  void whoeverClosesARecordMovesAllThatHangsOnItWithIt() throws SQLException {
    UUID head = rows.family(200);
    assertThat(rows.seenByOthers(head)).isEqualTo(200);

    rows.show(head, false);
    assertThat(rows.seenByOthers(head)).isZero();

    rows.show(head, true);
    assertThat(rows.seenByOthers(head)).isEqualTo(200);
  }
}
