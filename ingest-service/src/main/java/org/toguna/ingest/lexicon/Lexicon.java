package org.toguna.ingest.lexicon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The word lists of one reading: those of the text's language, or all where it is not known. */
public final class Lexicon {

  private static final JsonNode FILE = load();
  private static final Map<String, Lexicon> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final List<String> languages;
  private final Map<String, Phrases> phrases = new ConcurrentHashMap<>();

  private Lexicon(List<String> languages) {
    this.languages = languages;
  }

  /** The lists for a BCP 47 tag; a language without lists of its own is read with all of them. */
  public static Lexicon of(String language) {
    var primary = language.split("-", 2)[0];
    var known = primary.equals("en") || primary.equals("fr") ? primary : "und";
    return BY_LANGUAGE.computeIfAbsent(
        known, tag -> new Lexicon(tag.equals("und") ? List.of("en", "fr") : List.of(tag)));
  }

  public static String version() {
    return FILE.path("version").asText();
  }

  public boolean reads(String language) {
    return languages.contains(language);
  }

  /** The words of a list, as written in the file. */
  public List<String> words(String list) {
    return languages.stream().flatMap(tag -> words(list, tag).stream()).toList();
  }

  /** The words of a list in one language, whatever the language of this reading. */
  public static List<String> words(String list, String language) {
    var node = FILE.path(list);
    if (node.isMissingNode()) {
      throw new IllegalArgumentException("no list of that name: " + list);
    }
    var words = new ArrayList<String>();
    for (var word : node.path(language)) {
      // YAML takes a bare "no" for a truth value: such a word must stand in quotes.
      if (!word.isTextual()) {
        throw new IllegalStateException(
            "not a word in %s of %s: %s".formatted(language, list, word));
      }
      words.add(word.asText());
    }
    return words;
  }

  /** A list ready for matching; lists named "-forms" are matched in their plurals too. */
  public Phrases phrases(String list) {
    return phrases.computeIfAbsent(list, this::compile);
  }

  private Phrases compile(String list) {
    var compiled = new Phrases();
    for (var language : languages) {
      for (var word : words(list, language)) {
        compiled.add(word);
        if (list.endsWith("-forms")) {
          Plurals.of(word, language).forEach(compiled::addPlural);
        }
      }
    }
    return compiled;
  }

  private static JsonNode load() {
    try (var file = Lexicon.class.getResourceAsStream("/lexicon/reading.yaml")) {
      return new YAMLMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
