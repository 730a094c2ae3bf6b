package org.toguna.kit.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.toguna.kit.records.HiddenRows.Taken;

/**
 * Whether anybody can tell from the time that an answer takes whether hidden records lie at what
 * was looked up; run by {@code ./toguna prove hidden}.
 */
class NoSlowerAnswerProof {
  private static final int SAMPLES = Integer.getInteger("toguna.prove.samples", 3_000);
  private static final int TWINS = 4;
  private static final double SEPARABLE = 0.55;

  @Test
  void timesDoNotTell() throws SQLException {
    List<String> quiet = kinds("quiet-");
    List<String> crowded = kinds("crowd-");
    try (var rows = new HiddenRows()) {
      rows.fill(quiet, crowded);
      System.out.printf(
          "%d owners, a reader of %d classes, %,d hidden records at the value or none, %,d samples"
              + " of each, interleaved%n",
          HiddenRows.OWNERS, rows.classesHeld(), HiddenRows.HIDDEN, SAMPLES);
      System.out.println("way      pages none/hidden   in vain   median ms none/hidden   AUC");
      double worst = 0;
      for (String way : HiddenRows.questions(quiet.getFirst()).keySet()) {
        worst = Math.max(worst, told(rows, way, quiet, crowded));
      }
      followers(rows);
      assertThat(worst).as("how well times tell the two apart").isLessThanOrEqualTo(SEPARABLE);
    }
  }

  private static double told(
      HiddenRows rows, String way, List<String> quiet, List<String> crowded) throws SQLException {
    for (int i = 0; i < 25 * TWINS; i++) {
      rows.page(HiddenRows.questions(quiet.get(i % TWINS)).get(way));
      rows.page(HiddenRows.questions(crowded.get(i % TWINS)).get(way));
    }
    var none = new double[SAMPLES];
    var hidden = new double[SAMPLES];
    var random = new Random(11);
    Taken last = null;
    Taken lastHidden = null;
    int nones = 0;
    int hiddens = 0;
    while (nones < SAMPLES || hiddens < SAMPLES) {
      int twin = random.nextInt(TWINS);
      if (hiddens == SAMPLES || nones < SAMPLES && random.nextBoolean()) {
        last = rows.page(HiddenRows.questions(quiet.get(twin)).get(way));
        none[nones++] = last.millis();
      } else {
        lastHidden = rows.page(HiddenRows.questions(crowded.get(twin)).get(way));
        hidden[hiddens++] = lastHidden.millis();
      }
    }
    double auc = auc(none, hidden);
    System.out.printf(
        "%-8s %8d/%-8d %5d/%-5d %10.3f/%-8.3f %8.3f%n",
        way,
        last.buffers(),
        lastHidden.buffers(),
        last.removed(),
        lastHidden.removed(),
        median(none),
        median(hidden),
        auc);
    return Math.max(auc, 1 - auc);
  }

  /** How long closing and opening a record takes on which ten thousand hang. */
  private static void followers(HiddenRows rows) throws SQLException {
    int followers = 10_000;
    UUID head = rows.family(followers);
    double closed = rows.show(head, false);
    assertThat(rows.seenByOthers(head)).isZero();
    double opened = rows.show(head, true);
    assertThat(rows.seenByOthers(head)).isEqualTo(followers);
    System.out.printf(
        "%,d records of 200 owners that hang on one: moved with it in %,.0f ms when it is closed,"
            + " in %,.0f when it is opened%n",
        followers, closed, opened);
  }

  /** The chance that an answer with hidden records took longer than one without. */
  private static double auc(double[] none, double[] hidden) {
    double[] sorted = none.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double one : hidden) {
      int below = rank(sorted, one, true);
      int notAbove = rank(sorted, one, false);
      sum += below + (notAbove - below) / 2.0;
    }
    return sum / ((double) none.length * hidden.length);
  }

  /** How many are below, or not above. */
  private static int rank(double[] sorted, double value, boolean below) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (below ? sorted[middle] < value : sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<String> kinds(String name) {
    return IntStream.range(0, TWINS).mapToObj(i -> name + (char) ('a' + i)).toList();
  }
}
