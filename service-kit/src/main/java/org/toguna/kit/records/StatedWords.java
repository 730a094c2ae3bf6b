package org.toguna.kit.records;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Flaw;

/**
 * Whether the passages cited for a value hold the words that it says it was stated in. What was
 * derived or inferred stands in no passage; of what was stated, every number does, and a good part
 * of the words.
 */
final class StatedWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern VICTIMS = Pattern.compile("(?:/proposal)?/victims/\\d{1,9}");
  private static final int SHORT = 3;

  private StatedWords() {}

  /** Citations of one field are read together: two passages may tell one value. */
  static List<Flaw> flaws(JsonNode json, List<Citation> citations) {
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
          if (!stated.isEmpty() && !holds(quote.toString(), stated)) {
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

  private static boolean holds(String quotes, String stated) {
    var cited = words(quotes);
    var own = words(stated);
    boolean numbers =
        own.stream()
            .filter(word -> word.chars().anyMatch(Character::isDigit))
            .allMatch(cited::contains);
    var told =
        own.stream()
            .filter(word -> word.length() > SHORT || own.size() == 1)
            .filter(word -> word.chars().noneMatch(Character::isDigit))
            .toList();
    long found = told.stream().filter(cited::contains).count();
    return numbers && found * 3 >= told.size();
  }

  private static Set<String> words(String text) {
    var plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    var words = new LinkedHashSet<String>();
    var matcher = WORD.matcher(plain);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
