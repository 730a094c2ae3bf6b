package org.toguna.cases.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The curve is that of the textbooks, and its edges are the least and the most it can be. */
class SurvivalCurveTest {
  /** Weeks of remission with 6-mercaptopurine, Freireich et al. 1963; censored below zero. */
  private static final long[] REMISSION = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };

  /** The same of those on placebo, of whom none was censored. */
  private static final long[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  @Test
  void itIsTheCurveOfTheTextbooksWhereDurationsAreKnown() {
    var curve = SurvivalCurve.of(exactly(REMISSION));

    Map.of(6, 0.857, 7, 0.807, 10, 0.753, 13, 0.690, 16, 0.627, 22, 0.538, 23, 0.448)
        .forEach(
            (week, survival) -> {
              assertThat(curve.low(week)).isCloseTo(survival, within(0.0005));
              assertThat(curve.high(week)).isCloseTo(survival, within(0.0005));
            });
    assertThat(curve.at(6).atRisk()).isEqualTo(new SurvivalCurve.Band(21, 21));
    assertThat(curve.at(10).atRisk()).isEqualTo(new SurvivalCurve.Band(15, 15));
    assertThat(curve.at(23).atRisk()).isEqualTo(new SurvivalCurve.Band(6, 6));
    assertThat(curve.at(23).ended()).isEqualTo(new SurvivalCurve.Band(9, 9));
    assertThat(curve.at(23).censored()).isEqualTo(new SurvivalCurve.Band(7, 7));
    assertThat(curve.medianLow()).hasValue(23);
    assertThat(curve.medianHigh()).hasValue(23);
  }

  @Test
  void withoutCensoringItIsTheShareThatLastsLonger() {
    var curve = SurvivalCurve.of(exactly(PLACEBO));

    assertThat(curve.low(8)).isCloseTo(8.0 / 21, within(1e-12));
    assertThat(curve.high(23)).isCloseTo(0, within(1e-12));
    assertThat(curve.medianLow()).hasValue(8);
    assertThat(curve.medianHigh()).hasValue(8);
  }

  @Test
  void theMedianIsNotReachedWhereMoreThanHalfLastOn() {
    var curve = SurvivalCurve.of(exactly(3, -4, -5, -6));

    assertThat(curve.medianLow()).isEmpty();
    assertThat(curve.medianHigh()).isEmpty();
    assertThat(SurvivalCurve.of(List.of()).steps(10)).isEmpty();
    assertThat(SurvivalCurve.of(exactly(-3)).steps(10)).isEmpty();
  }

  @Test
  void itMayBeReachedWhereOnlyTheDatesLeaveItOpen() {
    var curve = SurvivalCurve.of(List.of(new Lifetime(10, 400, true), new Lifetime(50, 50, false)));

    assertThat(curve.medianLow()).hasValue(10);
    assertThat(curve.medianHigh()).hasValue(400);
  }

  /** One that ends later, after another is no longer watched, lowers the curve. */
  @Test
  void itsEdgesAreNotTheCurvesOfAllShortestAndAllLongestDurations() {
    var curve = SurvivalCurve.of(List.of(new Lifetime(1, 3, true), new Lifetime(2, 2, false)));

    assertThat(curve.low(3)).isZero();
    assertThat(curve.high(3)).isEqualTo(0.5);
  }

  @Test
  void itsEdgesAreTheLeastAndTheMostOfAllThatTheBoundsAllow() {
    var random = new Random(1958);
    for (int turn = 0; turn < 400; turn++) {
      List<Lifetime> lifetimes =
          IntStream.range(0, 1 + random.nextInt(5))
              .mapToObj(
                  i -> {
                    long shortest = random.nextInt(5);
                    return new Lifetime(
                        shortest, shortest + random.nextInt(4), random.nextInt(3) > 0);
                  })
              .toList();
      var curve = SurvivalCurve.of(lifetimes);
      for (long day = 0; day < 10; day++) {
        double low = 1;
        double high = 0;
        for (List<Long> chosen : choices(lifetimes)) {
          double survival = survival(lifetimes, chosen, day);
          low = Math.min(low, survival);
          high = Math.max(high, survival);
        }
        assertThat(curve.low(day)).as(lifetimes + " on " + day).isCloseTo(low, within(1e-9));
        assertThat(curve.high(day)).as(lifetimes + " on " + day).isCloseTo(high, within(1e-9));
      }
      betweenItsStepsNothingChanges(curve, lifetimes);
    }
  }

  @Test
  void aThinnedCurveKeepsItsFirstAndItsLastStep() {
    var curve = SurvivalCurve.of(exactly(LongStream.rangeClosed(1, 1000).toArray()));

    List<SurvivalCurve.Step> steps = curve.steps(100);

    assertThat(steps).hasSize(100);
    assertThat(steps.getFirst()).isEqualTo(curve.at(1));
    assertThat(steps.getLast()).isEqualTo(curve.at(1000));
  }

  private static void betweenItsStepsNothingChanges(SurvivalCurve curve, List<Lifetime> lifetimes) {
    double low = 1;
    double high = 1;
    var steps = new TreeMap<Long, SurvivalCurve.Step>();
    curve.steps(1_000).forEach(step -> steps.put(step.day(), step));
    for (long day = 0; day < 10; day++) {
      var step = steps.floorEntry(day);
      if (step != null) {
        low = step.getValue().survivalLow();
        high = step.getValue().survivalHigh();
      }
      assertThat(curve.low(day)).as(lifetimes + " on " + day).isCloseTo(low, within(1e-9));
      assertThat(curve.high(day)).as(lifetimes + " on " + day).isCloseTo(high, within(1e-9));
    }
  }

  /** The estimator as Kaplan and Meier wrote it, for durations that are known. */
  private static double survival(List<Lifetime> lifetimes, List<Long> durations, long until) {
    double survival = 1;
    for (long day = 0; day <= until; day++) {
      long atRisk = 0;
      long ending = 0;
      for (int i = 0; i < durations.size(); i++) {
        atRisk += durations.get(i) >= day ? 1 : 0;
        ending += durations.get(i) == day && lifetimes.get(i).ended() ? 1 : 0;
      }
      survival *= atRisk == 0 ? 1 : (double) (atRisk - ending) / atRisk;
    }
    return survival;
  }

  private static List<List<Long>> choices(List<Lifetime> lifetimes) {
    List<List<Long>> choices = List.of(List.of());
    for (Lifetime life : lifetimes) {
      var longer = new ArrayList<List<Long>>();
      for (List<Long> choice : choices) {
        for (long days = life.shortest(); days <= life.longest(); days++) {
          var next = new ArrayList<>(choice);
          next.add(days);
          longer.add(next);
        }
      }
      choices = longer;
    }
    return choices;
  }

  private static List<Lifetime> exactly(long... durations) {
    return LongStream.of(durations)
        .mapToObj(days -> new Lifetime(Math.abs(days), Math.abs(days), days > 0))
        .toList();
  }
}
