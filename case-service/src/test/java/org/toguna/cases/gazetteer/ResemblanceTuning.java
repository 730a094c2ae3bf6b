package org.toguna.cases.gazetteer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.toguna.cases.gazetteer.PlaceIndex.Compared;
import org.toguna.cases.gazetteer.Resemblance.Feature;
import org.toguna.cases.gazetteer.SpellingSample.Variant;
import org.toguna.kit.names.Fold;

/**
 * Learns, on the tuning half of the sample, what makes one name likelier than its neighbours, and
 * prints the weights that {@link Resemblance} reads: run it by hand, after {@link
 * SpellingCostsTuning}, when the sample changes.
 *
 * <p>Weights: the chance of the right name among all that came near (conditional logit). Scale and
 * offset: how often a name with such a sum was right (logistic), so that a score means something on
 * its own. Plain gradient ascent from nought; nothing is drawn by lot, so a rerun prints the same.
 */
final class ResemblanceTuning {
  private static final int N = Resemblance.FEATURES;
  private static final int STEPS = 3000;
  private static final double RIDGE = 0.001;

  private final List<Question> questions = new ArrayList<>();

  /** What came near a spelling; which of it is right. */
  private record Question(double[][] features, boolean[] right) {}

  public static void main(String[] arguments) {
    var sample = SpellingSample.read(Path.of(arguments[0]));
    var index = new PlaceIndex(sample.places());
    var tuning = new ResemblanceTuning();
    for (var variant : sample.tuningHalf()) {
      tuning.ask(index, variant, index.everywhere());
      tuning.ask(index, variant, index.run(variant.cercle()));
    }
    var weights = tuning.weights();
    var scale = tuning.scale(weights);
    System.out.println(
        "# Learned by ResemblanceTuning on the tuning half of the sample of variants.");
    print("OFFSET", scale[0]);
    for (var feature : Feature.values()) {
      weights[feature.ordinal()] *= scale[1];
      print(feature.name(), weights[feature.ordinal()]);
    }
    var tuned =
        new PlaceIndex(sample.places(), SpellingCosts.tuned(), new Resemblance(weights, scale[0]));
    for (var half : List.of(sample.tuningHalf(), sample.otherHalf())) {
      System.err.println("everywhere " + SpellingSample.measure(tuned, half, false));
      System.err.println("in cercle  " + SpellingSample.measure(tuned, half, true));
    }
  }

  private static void print(String what, double value) {
    System.out.println(String.format(Locale.ROOT, "%s %.4f", what, value));
  }

  private void ask(PlaceIndex index, Variant variant, int[] run) {
    var folded = Fold.of(variant.spelling());
    // What is spelt the same is answered before anything is compared.
    var near =
        index.compare(folded, run, _ -> true, PlaceIndex.RESEMBLING).stream()
            .filter(each -> !same(Fold.of(index.nameOf(each.name())), folded))
            .toList();
    var features = near.stream().map(Compared::features).toArray(double[][]::new);
    var right = new boolean[near.size()];
    boolean any = false;
    for (int i = 0; i < right.length; i++) {
      // A namesake is spelt as right as the village itself: nobody learns anything from it.
      right[i] = index.nameOf(near.get(i).name()).equals(variant.name());
      any |= right[i];
    }
    if (any) {
      questions.add(new Question(features, right));
    }
  }

  private static boolean same(String one, String other) {
    return one.replace(" ", "").equals(other.replace(" ", ""));
  }

  private double[] weights() {
    var weights = new double[N];
    for (int step = 0; step < STEPS; step++) {
      var up = new double[N];
      for (var question : questions) {
        climb(question, weights, up);
      }
      for (int i = 0; i < N; i++) {
        weights[i] += 2 * (up[i] / questions.size() - RIDGE * weights[i]);
      }
    }
    return weights;
  }

  private static void climb(Question question, double[] weights, double[] up) {
    int size = question.right.length;
    var chance = new double[size];
    double all = 0;
    double right = 0;
    for (int i = 0; i < size; i++) {
      chance[i] = Math.exp(sum(weights, question.features[i]));
      all += chance[i];
      right += question.right[i] ? chance[i] : 0;
    }
    for (int i = 0; i < size; i++) {
      double pull = (question.right[i] ? chance[i] / right : 0) - chance[i] / all;
      for (int k = 0; k < N; k++) {
        up[k] += pull * question.features[i][k];
      }
    }
  }

  /** Offset and scale under which the logistic of a sum is how often such a name was right. */
  private double[] scale(double[] weights) {
    double offset = 0;
    double scale = 1;
    for (int step = 0; step < STEPS; step++) {
      double up = 0;
      double upScaled = 0;
      int seen = 0;
      for (var question : questions) {
        for (int i = 0; i < question.right.length; i++) {
          double sum = sum(weights, question.features[i]);
          double missed = (question.right[i] ? 1 : 0) - 1 / (1 + Math.exp(-offset - scale * sum));
          up += missed;
          upScaled += missed * sum;
          seen++;
        }
      }
      offset += 4 * up / seen;
      scale += upScaled / seen;
    }
    return new double[] {offset, scale};
  }

  private static double sum(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }
}
