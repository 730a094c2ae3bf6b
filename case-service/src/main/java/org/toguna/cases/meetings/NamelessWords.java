package org.toguna.cases.meetings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that say what kind of place it was and cannot name one, in English and French. */
final class NamelessWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Set<String> KNOWN =
      words(
          "a an the in into at on of to by near under beside between outside inside behind some"
              + " one two three open same old big bush forest field fields tree trees market"
              + " mosque school house home hut compound courtyard well river bank road track"
              + " camp hill hills cave village hamlet town commune district region market"
              + " place edge north south east west no known unknown secret area pasture"
              + " un une le la les l du de des d en dans au aux sur sous près entre dehors"
              + " brousse forêt champ champs arbre marché mosquée école maison case concession"
              + " cour puits fleuve rive route piste campement colline grotte hameau ville"
              + " cercle région lieu lisière nord sud est ouest inconnu secret pâturage");

  private NamelessWords() {}

  private static Set<String> words(String spaced) {
    return Set.copyOf(Arrays.asList(spaced.split(" ")));
  }

  /** Whether nothing is said that may name a place, but for the name of the unit that is told. */
  static boolean areAll(String words, @Nullable String unit) {
    if (words.strip().equals(unit)) {
      return true;
    }
    return BETWEEN
        .splitAsStream(words.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .allMatch(KNOWN::contains);
  }
}
