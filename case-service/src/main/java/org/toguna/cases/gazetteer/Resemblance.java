package org.toguna.cases.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How likely a name is meant by a spelling, seen as a whole: what the costs of spelling, letter by
 * letter, do not tell. A logistic score of a few features whose weights were learned on the tuning
 * half of the sample of variants.
 */
final class Resemblance {
  /** What is looked at, in the order of the weights. */
  enum Feature {
    /** The cost of spelling, for each sound asked. */
    COST,
    /** The share of letters that stand in both in the same order. */
    SHARED_LETTERS,
    /** The square of what that share lacks of all: a name half shared is no half a name. */
    LETTERS_LOST,
    FIRST_SOUND,
    SHARED_WORDS,
    /** How alike the vowels run. */
    VOWELS,
    /** The COD repeats a unit's seat under the unit's code: the village itself comes first. */
    SEAT
  }

  static final int FEATURES = Feature.values().length;

  private final double[] weights;
  private final double offset;

  Resemblance(double[] weights, double offset) {
    this.weights = weights.clone();
    this.offset = offset;
  }

  /** The weights found on the tuning half of the sample of variants. */
  static Resemblance tuned() {
    var weights = new double[FEATURES];
    double offset = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Resemblance.class.getResourceAsStream("resemblance.txt"),
                StandardCharsets.UTF_8))) {
      for (var line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        var parts = line.split(" ");
        double value = Double.parseDouble(parts[1]);
        if (parts[0].equals("OFFSET")) {
          offset = value;
        } else {
          weights[Feature.valueOf(parts[0]).ordinal()] = value;
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Resemblance(weights, offset);
  }

  /** How likely, from 0 to 1, each on its own; what is no exact match is never certain. */
  double score(double[] features) {
    double sum = offset;
    for (int i = 0; i < FEATURES; i++) {
      sum += weights[i] * features[i];
    }
    return 0.97 / (1 + Math.exp(-sum));
  }

  /**
   * One spelling as it is compared: its letters without the gaps, its words, and its vowels by
   * sound.
   */
  record Spelt(String letters, String[] words, String sound, String vowels) {

    static Spelt of(String folded) {
      var words = folded.split(" ");
      var letters = new StringBuilder(folded.length());
      var sound = new StringBuilder(folded.length());
      for (var word : words) {
        letters.append(word);
        sound.append(Sounds.of(word));
      }
      var vowels = new StringBuilder();
      for (int i = 0; i < sound.length(); i++) {
        if (Sounds.isVowel(sound.charAt(i))) {
          vowels.append(sound.charAt(i));
        }
      }
      return new Spelt(letters.toString(), words, sound.toString(), vowels.toString());
    }
  }

  static double[] features(Spelt asked, Spelt name, int cost, boolean seat) {
    var features = new double[FEATURES];
    double shared = sharedLetters(asked.letters, name.letters);
    features[Feature.COST.ordinal()] = cost / (100.0 * (asked.sound.length() + 2));
    features[Feature.SHARED_LETTERS.ordinal()] = shared;
    features[Feature.LETTERS_LOST.ordinal()] = (1 - shared) * (1 - shared);
    features[Feature.FIRST_SOUND.ordinal()] =
        !asked.sound.isEmpty()
                && !name.sound.isEmpty()
                && asked.sound.charAt(0) == name.sound.charAt(0)
            ? 1
            : 0;
    features[Feature.SHARED_WORDS.ordinal()] = sharedWords(asked.words, name.words);
    features[Feature.VOWELS.ordinal()] = likeness(asked.vowels, name.vowels);
    features[Feature.SEAT.ordinal()] = seat ? 1 : 0;
    return features;
  }

  private static double sharedWords(String[] asked, String[] name) {
    int shared = 0;
    for (var word : asked) {
      for (var other : name) {
        if (word.equals(other)) {
          shared++;
          break;
        }
      }
    }
    return (double) shared / Math.max(asked.length, name.length);
  }

  /** Twice the longest common subsequence over both lengths. */
  private static double sharedLetters(String one, String other) {
    int total = one.length() + other.length();
    int[] row = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        row[j] = one.charAt(i) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return total == 0 ? 0 : 2.0 * row[other.length()] / total;
  }

  /** One minus Levenshtein's distance over the longer length. */
  private static double likeness(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 0; i < one.length(); i++) {
      int diagonal = row[0]++;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return 1 - (double) row[other.length()] / Math.max(one.length(), other.length());
  }
}
