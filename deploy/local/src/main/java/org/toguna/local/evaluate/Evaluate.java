package org.toguna.local.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.toguna.cases.gazetteer.NameLookup;
import org.toguna.local.Options;
import org.toguna.local.UsageFailed;
import org.toguna.parts.PartFailed;
import org.toguna.parts.QuietLogging;

/** Runs {@code ./toguna evaluate}: what is measured, on whose files, and the figures. */
public final class Evaluate {
  private static final Set<String> PLACES =
      Set.of("variants=", "events=", "gazetteer=", "others=", "half=", "json");

  private Evaluate() {}

  public static void main(String[] arguments) {
    QuietLogging.start();
    try {
      run(List.of(arguments));
    } catch (PartFailed | UsageFailed e) {
      System.err.println("toguna: " + e.getMessage());
      System.exit(e instanceof UsageFailed ? 2 : 1);
    }
  }

  static void run(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("places")) {
      throw new UsageFailed("evaluate knows one thing: `./toguna evaluate places --variants FILE`");
    }
    places(Options.of(words.subList(1, words.size()), PLACES));
  }

  private static void places(Options options) {
    var samples = new LinkedHashMap<String, Path>();
    for (var sample : List.of("variants", "events")) {
      options.file(sample).ifPresent(file -> samples.put(sample, file));
    }
    if (samples.isEmpty()) {
      throw new UsageFailed("evaluate places needs --variants FILE or --events FILE, or both");
    }
    samples.values().forEach(Evaluate::mustExist);
    var gazetteer =
        options
            .file("gazetteer")
            .or(() -> Villages.beside(samples.values().iterator().next()))
            .orElseThrow(
                () ->
                    new UsageFailed(
                        "name the gazetteer in which the names are to be found: --gazetteer"
                            + " mali_places_cod.csv (it stands neither beside the sample nor under"
                            + " ../../reference/places)"));
    mustExist(gazetteer);
    var half = half(options);
    var villages = Villages.read(gazetteer);
    var others = options.file("others").or(() -> Villages.othersBeside(gazetteer));
    others.ifPresent(Evaluate::mustExist);
    var lookups = lookups(villages, others);
    var figures = new LinkedHashMap<String, PlaceFigures>();
    try (var trigrams = new Trigrams(villages.all())) {
      samples.forEach(
          (sample, file) -> {
            var questions =
                sample.equals("variants")
                    ? Question.variants(file, half, villages)
                    : Question.events(file, half, villages);
            figures.put(sample, PlaceFigures.of(questions, villages, lookups, trigrams));
          });
    }
    if (options.has("json")) {
      print(
          Map.of(
              "gazetteer", gazetteer.getFileName().toString(),
              "otherProvider", others.map(Path::getFileName).map(Path::toString).orElse("none"),
              "places", villages.all().size(),
              "half", half.word(),
              "samples", figures));
    } else {
      System.out.printf(
          "%,d places of %s; the other provider's: %s; rows asked: %s%n",
          villages.all().size(),
          gazetteer.getFileName(),
          others.map(Path::getFileName).map(Path::toString).orElse("none"),
          half.word());
      figures.forEach(
          (sample, found) ->
              found.print(sample.equals("variants") ? "Spelling variants" : "Places of events"));
    }
  }

  private static PlaceFigures.Lookups lookups(Villages villages, Optional<Path> others) {
    var known = others.map(Villages::others).orElse(List.of());
    var names =
        known.stream()
            .flatMap(other -> Stream.concat(Stream.of(other.name()), other.otherNames().stream()))
            .map(NameLookup::plain)
            .collect(Collectors.toSet());
    return new PlaceFigures.Lookups(
        villages.lookup(), others.isEmpty() ? null : villages.lookupWith(known), names);
  }

  private static Half half(Options options) {
    var word = options.value("half").orElse(Half.ALL.word());
    return Arrays.stream(Half.values())
        .filter(half -> half.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new UsageFailed("--half is all, tuned or untuned"));
  }

  private static void mustExist(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageFailed("there is no file " + file);
    }
  }

  private static void print(Map<String, Object> figures) {
    try {
      System.out.println(
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
