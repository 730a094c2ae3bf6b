package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.toguna.kit.names.Fold;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/**
 * Whether the passages cited for a value hold the words that it says it was stated in. What was
 * derived or inferred stands in no passage; of what was stated, every number and every name does.
 * What was accepted from a suggestion was taken from its passage: of that, a good part of all words
 * does. Who codes a text by hand may sum up what it says.
 */
final class StatedWords {
  /** With vowel signs and whatever is invisible inside, which the fold takes out. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{Cf}]+");

  private static final Pattern VICTIMS = Pattern.compile("(?:/proposal)?/victims/\\d{1,9}");
  private static final Pattern PLACE = Pattern.compile("/(?:place|near|furtherPlaces/\\d{1,9})$");

  /** What coders call somebody in their own lists, such as P-CAPTIVE: no word of the source. */
  private static final Pattern CODED = Pattern.compile("\\b\\p{Lu}{1,3}-[\\p{Lu}\\p{N}-]{2,}");

  private static final int SHORT = 3;

  /** Small numbers as words, which are numbers as much as digits are. */
  private static final Map<String, String> NUMBERS = numbers();

  private static Map<String, String> numbers() {
    var numbers = new HashMap<String, String>();
    for (String language :
        List.of(
            "one two three four five six seven eight nine ten eleven twelve",
            "un deux trois quatre cinq six sept huit neuf dix onze douze")) {
      String[] words = language.split(" ");
      for (int i = 1; i < words.length; i++) {
        numbers.put(words[i], String.valueOf(i + 1));
      }
    }
    return Map.copyOf(numbers);
  }

  private StatedWords() {}

  /** Citations of one field are read together: two passages may tell one value. */
  static List<Flaw> flaws(JsonNode json, List<Citation> citations, boolean accepted) {
    Map<String, StringBuilder> quotes = new LinkedHashMap<>();
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < citations.size(); i++) {
      var citation = citations.get(i);
      quotes
          .computeIfAbsent(citation.field(), any -> new StringBuilder())
          .append(citation.quote())
          .append('\n');
      first.putIfAbsent(citation.field(), i);
    }
    var flaws = new ArrayList<Flaw>();
    quotes.forEach(
        (field, quote) -> {
          var stated = stated(json, field);
          if (!stated.isEmpty() && !holds(quote.toString(), stated, field, accepted)) {
            flaws.add(
                Flaw.at(
                    JsonPointer.compile("/citations/" + first.get(field) + "/quote"),
                    "words-not-cited",
                    "The passages cited for %s do not hold its own words, \"%s\"."
                        .formatted(
                            field, stated.length() > 80 ? stated.substring(0, 80) : stated)));
          }
        });
    return flaws;
  }

  private static String stated(JsonNode json, String field) {
    JsonNode value;
    try {
      value = json.at(JsonPointer.compile(field));
    } catch (IllegalArgumentException noPointer) {
      return "";
    }
    var basis = value.path("basis").asText("stated");
    if (!basis.equals("stated")) {
      return "";
    }
    var words = value.path("asStated").asText("").strip();
    return words.isEmpty() && VICTIMS.matcher(field).matches()
        ? value.path("description").asText("").strip()
        : words;
  }

  private static boolean holds(String quotes, String stated, String field, boolean accepted) {
    Set<String> cited = folded(written(quotes));
    List<String> own = written(stated);
    if (!cited.containsAll(folded(own.stream().filter(StatedWords::isNumber).toList()))
        || !cited.containsAll(folded(names(stated, field)))) {
      return false;
    }
    List<String> told =
        own.stream()
            .filter(word -> word.length() > SHORT || own.size() == 1)
            .filter(word -> !isNumber(word))
            .toList();
    long found = folded(told).stream().filter(cited::contains).count();
    return !accepted || found * 3 >= folded(told).size();
  }

  private static boolean isNumber(String word) {
    String folded = Fold.of(word);
    return NUMBERS.containsKey(folded) || folded.chars().anyMatch(Character::isDigit);
  }

  /**
   * Words in capitals; the first is one where all are. Of a place also the first, where it is no
   * article, words of scripts that have no capitals, and the only word there is.
   */
  private static List<String> names(String stated, String field) {
    List<String> words = written(CODED.matcher(stated).replaceAll(" "));
    boolean place = PLACE.matcher(field).find();
    if (place && words.size() == 1) {
      return words;
    }
    boolean all =
        words.stream().filter(word -> word.length() > SHORT).allMatch(StatedWords::isUpper);
    var names = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean begins = i == 0 && !all && (!place || word.length() <= SHORT);
      boolean name = isUpper(word) || place && hasNoCase(word);
      if (name && !begins && word.length() > 1) {
        names.add(word);
      }
    }
    return names;
  }

  private static boolean isUpper(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean hasNoCase(String word) {
    int first = word.codePointAt(0);
    return Character.isLetter(first) && !Character.isLowerCase(first);
  }

  private static List<String> written(String text) {
    return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static Set<String> folded(List<String> words) {
    var folded = new LinkedHashSet<String>();
    for (String word : words) {
      String one = Fold.of(word);
      if (!one.isEmpty()) {
        folded.add(NUMBERS.getOrDefault(one, one));
      }
    }
    return folded;
  }
}
