package org.toguna.local.evaluate;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How often the right village came first and among the first five, in per cent, and how many
 * answers came in a second.
 */
record Hits(double firstHit, double firstFive, double lookupsPerSecond) {
  static final int FIVE = 5;

  /** Asks all questions some times over, which warms up; the fastest round counts. */
  static Hits of(List<Question> questions, int rounds, Function<Question, List<String>> answer) {
    int first = 0;
    int firstFive = 0;
    long fastest = Long.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      first = 0;
      firstFive = 0;
      long start = System.nanoTime();
      for (var question : questions) {
        int rank = answer.apply(question).indexOf(question.pcode());
        first += rank == 0 ? 1 : 0;
        firstFive += rank >= 0 && rank < FIVE ? 1 : 0;
      }
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return new Hits(
        percent(first, questions.size()),
        percent(firstFive, questions.size()),
        Math.round(questions.size() * 1e9 / Math.max(1, fastest)));
  }

  /** The share of questions, each counted as far as the function says. */
  static double share(List<Question> questions, ToDoubleFunction<Question> each) {
    return percent(questions.stream().mapToDouble(each).sum(), questions.size());
  }

  private static double percent(double count, int of) {
    return of == 0 ? 0 : Math.round(1000 * count / of) / 10.0;
  }
}
