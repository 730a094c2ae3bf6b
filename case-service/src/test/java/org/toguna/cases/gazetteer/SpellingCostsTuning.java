package org.toguna.cases.gazetteer;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.toguna.cases.gazetteer.SoundForms.Form;
import org.toguna.cases.gazetteer.SoundForms.Omission;
import org.toguna.cases.gazetteer.SpellingCosts.Position;
import org.toguna.cases.gazetteer.SpellingSample.Variant;
import org.toguna.kit.names.Fold;

/**
 * Counts how clerks respell, on the tuning half of the sample, and prints the costs that {@link
 * SpellingCosts} reads: run it by hand when the sample changes.
 */
final class SpellingCostsTuning {
  private static final int ROUNDS = 6;
  private static final int N = SpellingCosts.LETTERS;

  private final double[] changed = new double[N * N];
  private final double[][] leftOut = new double[3][N];
  private final double[][] putIn = new double[3][N];
  private final double[] omitted = new double[Omission.values().length];
  private final double[] added = new double[Omission.values().length];

  public static void main(String[] arguments) {
    var sample = SpellingSample.read(Path.of(arguments[0]));
    double strength = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 4;
    var costs = SpellingCosts.untuned();
    for (int round = 0; round < ROUNDS; round++) {
      var counts = new SpellingCostsTuning();
      sample.tuningHalf().forEach(counts.with(costs));
      costs = counts.estimate(strength);
    }
    print(costs);
    var index = new PlaceIndex(sample.places(), costs, Resemblance.tuned());
    for (var half : List.of(sample.tuningHalf(), sample.otherHalf())) {
      System.err.println("everywhere " + SpellingSample.measure(index, half, false));
      System.err.println("in cercle  " + SpellingSample.measure(index, half, true));
    }
    for (int i = 0; i < Integer.getInteger("reps", 3); i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      SpellingSample.measure(index, sample.otherHalf(), false);
      long middle = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      SpellingSample.measure(index, sample.otherHalf(), true);
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      int n = sample.otherHalf().size();
      System.err.printf(
          "us per lookup: everywhere %.1f, cercle %.1f%n",
          (middle - start) / 1e3 / n, (end - middle) / 1e3 / n);
    }
  }

  private Consumer<Variant> with(SpellingCosts costs) {
    return variant -> count(variant, costs);
  }

  private void count(Variant variant, SpellingCosts costs) {
    Form bestName = null;
    Form bestAsked = null;
    int best = Integer.MAX_VALUE;
    for (var name : SoundForms.of(Fold.of(variant.name())).forms()) {
      for (var asked : SoundForms.of(Fold.of(variant.spelling())).forms()) {
        int cost =
            costs.between(name.sound(), asked.sound())
                + costs.omit[name.omission().ordinal()]
                + costs.added(asked);
        if (cost < best) {
          best = cost;
          bestName = name;
          bestAsked = asked;
        }
      }
    }
    omitted[bestName.omission().ordinal()]++;
    added[bestAsked.omission().ordinal()]++;
    align(bestName.sound(), bestAsked.sound(), costs);
  }

  private void align(String name, String asked, SpellingCosts costs) {
    byte[] a = SpellingCosts.encode(name);
    byte[] b = SpellingCosts.encode(asked);
    int[][] table = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        int cost = i == 0 && j == 0 ? 0 : Integer.MAX_VALUE / 2;
        if (i > 0 && j > 0) {
          cost = Math.min(cost, table[i - 1][j - 1] + costs.change[a[i - 1] * N + b[j - 1]]);
        }
        if (i > 0) {
          cost = Math.min(cost, table[i - 1][j] + costs.leaveOut[out(i, a.length)][a[i - 1]]);
        }
        if (j > 0) {
          cost = Math.min(cost, table[i][j - 1] + costs.putIn[in(i, j, a.length)][b[j - 1]]);
        }
        table[i][j] = cost;
      }
    }
    int i = a.length;
    int j = b.length;
    while (i > 0 || j > 0) {
      if (i > 0
          && j > 0
          && table[i][j] == table[i - 1][j - 1] + costs.change[a[i - 1] * N + b[j - 1]]) {
        changed[a[--i] * N + b[--j]]++;
      } else if (i > 0
          && table[i][j] == table[i - 1][j] + costs.leaveOut[out(i, a.length)][a[i - 1]]) {
        leftOut[out(i, a.length)][a[i - 1]]++;
        i--;
      } else {
        putIn[in(i, j, a.length)][b[j - 1]]++;
        j--;
      }
    }
  }

  private static int out(int i, int length) {
    return i == 1 ? 0 : i == length ? 2 : 1;
  }

  private static int in(int i, int j, int length) {
    return i == 0 ? (j == 1 ? 0 : 1) : i == length ? 2 : 1;
  }

  /** Counts become costs; what was seldom seen stays near the guess. */
  private SpellingCosts estimate(double strength) {
    var guess = SpellingCosts.untuned();
    var costs = SpellingCosts.untuned();
    double[] opportunities = new double[3];
    for (int from = 0; from < 26; from++) {
      double seen = 0;
      for (int to = 0; to < 26; to++) {
        seen += changed[from * N + to];
      }
      for (int place = 0; place < 3; place++) {
        seen += leftOut[place][from];
      }
      for (int to = 0; to < 26; to++) {
        costs.change[from * N + to] =
            cost(changed[from * N + to], guess.change[from * N + to], seen, strength);
      }
      for (int place = 0; place < 3; place++) {
        double chances = place == 1 ? seen * 0.7 : seen * 0.15;
        costs.leaveOut[place][from] =
            cost(leftOut[place][from], guess.leaveOut[place][from], chances, strength);
      }
      opportunities[1] += seen;
    }
    double names = 0;
    for (double count : omitted) {
      names += count;
    }
    opportunities[0] = names;
    opportunities[2] = names;
    for (int place = 0; place < 3; place++) {
      for (int letter = 0; letter < 26; letter++) {
        costs.putIn[place][letter] =
            cost(
                putIn[place][letter],
                guess.putIn[place][letter] + 150,
                opportunities[place],
                strength * 10);
      }
    }
    for (var omission : Omission.values()) {
      int which = omission.ordinal();
      if (omission != Omission.NOTHING) {
        costs.omit[which] = cost(omitted[which], guess.omit[which], names * 0.3, strength);
        costs.add[which] = cost(added[which], guess.add[which], names * 0.3, strength);
      }
    }
    return costs;
  }

  private static int cost(double count, int guess, double chances, double strength) {
    double prior = Math.exp(-guess / 100.0);
    double share = (count + strength * prior) / (chances + strength);
    return (int) Math.round(-100 * Math.log(Math.min(0.995, share)));
  }

  private static void print(SpellingCosts costs) {
    var guess = SpellingCosts.untuned();
    System.out.println("# Costs of spelling, counted by SpellingCostsTuning on the tuning half.");
    for (var omission : Omission.values()) {
      line("omit " + omission, costs.omit[omission.ordinal()], guess.omit[omission.ordinal()]);
      line("add " + omission, costs.add[omission.ordinal()], guess.add[omission.ordinal()]);
    }
    for (int from = 0; from < 26; from++) {
      for (int to = 0; to < 26; to++) {
        int at = from * N + to;
        line("change " + letter(from) + " " + letter(to), costs.change[at], guess.change[at]);
      }
    }
    for (var position : Position.values()) {
      for (int letter = 0; letter < 26; letter++) {
        int place = position.ordinal();
        var rest = " " + position + " " + letter(letter);
        line("leave-out" + rest, costs.leaveOut[place][letter], guess.leaveOut[place][letter]);
        line("put-in" + rest, costs.putIn[place][letter], guess.putIn[place][letter]);
      }
    }
  }

  private static void line(String what, int cost, int guess) {
    if (cost != guess) {
      System.out.println(String.format(Locale.ROOT, "%s %d", what, cost));
    }
  }

  private static char letter(int code) {
    return (char) ('a' + code);
  }
}
