package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/**
 * Whether the passages cited for a value hold the words that it says it was stated in. What was
 * derived or inferred stands in no passage; of what was stated, every number and every name does.
 * What was accepted from a suggestion was taken from its passage: of that, a good part of all words
 * does. Who codes a text by hand may sum up what it says.
 */
final class StatedWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
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
    var cited = words(quotes);
    var own = words(stated);
    if (!cited.containsAll(own.stream().filter(StatedWords::isNumber).toList())
        || !cited.containsAll(names(stated, field))) {
      return false;
    }
    var told =
        own.stream()
            .filter(word -> word.length() > SHORT || own.size() == 1)
            .filter(word -> !isNumber(word))
            .toList();
    long found = told.stream().filter(cited::contains).count();
    return !accepted || found * 3 >= told.size();
  }

  private static boolean isNumber(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** Words in capitals; the first is one of a place, or where all words are. */
  private static Set<String> names(String stated, String field) {
    String words = CODED.matcher(Normalizer.normalize(stated, Normalizer.Form.NFC)).replaceAll(" ");
    List<String> written =
        WORD.matcher(words)
            .results()
            .map(MatchResult::group)
            .filter(w -> w.length() > SHORT)
            .toList();
    boolean all =
        PLACE.matcher(field).find()
            || written.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)));
    var names = new LinkedHashSet<String>();
    for (int i = all ? 0 : 1; i < written.size(); i++) {
      if (Character.isUpperCase(written.get(i).charAt(0))) {
        names.addAll(words(written.get(i)));
      }
    }
    return names;
  }

  private static Set<String> words(String text) {
    var plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    var words = new LinkedHashSet<String>();
    var matcher = WORD.matcher(plain);
    while (matcher.find()) {
      words.add(NUMBERS.getOrDefault(matcher.group(), matcher.group()));
    }
    return words;
  }
}
