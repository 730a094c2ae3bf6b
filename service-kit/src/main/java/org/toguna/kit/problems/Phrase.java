package org.toguna.kit.problems;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A sentence of the API, kept by key so that it can be said in the reader's language. */
public record Phrase(String key, List<String> words) {

  // Without it a server that runs in French would answer in French whoever asks for English.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Phrase {
    words = List.copyOf(words);
  }

  /** The sentence of that key in {@code problems_*.properties}, its gaps filled in order. */
  public static Phrase of(String key, Object... words) {
    return new Phrase(key, List.of(words).stream().map(String::valueOf).toList());
  }

  public String in(Locale language) {
    String sentence;
    try {
      sentence = ResourceBundle.getBundle("problems", language, NO_FALLBACK).getString(key);
    } catch (MissingResourceException e) {
      return String.join(" ", words);
    }
    for (int i = 0; i < words.size(); i++) {
      sentence = sentence.replace("{" + i + "}", words.get(i));
    }
    return sentence;
  }
}
