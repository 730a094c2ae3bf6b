package org.toguna.ingest.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Words;

/** Tells the language of a text, loaded when first asked. */
@ApplicationScoped
public class Languages {

  public static final String UNDETERMINED = "und";

  private static final int SAMPLE = 6000;
  private static final Map<String, Set<String>> SMALL_WORDS =
      Stream.of("en", "fr", "es", "pt", "de")
          .collect(Collectors.toUnmodifiableMap(tag -> tag, tag -> Set.copyOf(folded(tag))));

  /** Low accuracy loads trigrams only: 3 MB instead of 116 for these six. */
  private static final class Detector {
    static final LanguageDetector INSTANCE =
        LanguageDetectorBuilder.fromLanguages(
                Language.ENGLISH,
                Language.FRENCH,
                Language.SPANISH,
                Language.PORTUGUESE,
                Language.GERMAN,
                Language.ARABIC)
            .withLowAccuracyMode()
            .build();
  }

  public String of(String text) {
    var sample = text.substring(0, Math.min(text.length(), SAMPLE));
    var guess = Detector.INSTANCE.detectLanguageOf(sample);
    if (guess == Language.UNKNOWN) {
      return UNDETERMINED;
    }
    var tag = guess.getIsoCode639_1().toString();
    return confirmed(tag, sample) ? tag : UNDETERMINED;
  }

  private static boolean confirmed(String tag, String sample) {
    var small = SMALL_WORDS.get(tag);
    if (small == null) {
      // Arabic is told by its script; other languages written in it keep letters of their own.
      return sample.codePoints().noneMatch(c -> c >= 0x0671 && c <= 0x06D3);
    }
    var words = Words.of(sample);
    long met = 0;
    for (int i = 0; i < words.size(); i++) {
      met += small.contains(words.word(i)) ? 1 : 0;
    }
    return met >= 2 && met * 5 >= words.size() || met >= 1 && words.size() <= 6;
  }

  private static Set<String> folded(String tag) {
    return Lexicon.words("function-words", tag).stream()
        .map(Folded::key)
        .collect(Collectors.toSet());
  }
}
