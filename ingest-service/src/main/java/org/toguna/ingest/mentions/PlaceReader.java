package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/**
 * Turns hits on place names, and names that the text alone knows, into mentions: junk is dropped,
 * the rest is linked or left open.
 */
final class PlaceReader {

  /** Villages named like a country are not meant where the country may be. */
  private static final Set<String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .flatMap(
              code ->
                  Stream.of(Locale.ENGLISH, Locale.FRENCH)
                      .map(language -> Folded.key(Locale.of("", code).getDisplayCountry(language))))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> COMMON =
      Stream.of("en", "fr")
          .flatMap(language -> Lexicon.words("common-words", language).stream())
          .map(Folded::key)
          .collect(Collectors.toUnmodifiableSet());

  /** A name with an article is a river, a desert, a party; towns go without. */
  private static final Set<String> ARTICLES = Set.of("the", "le", "la", "les");

  private final Segments segments;
  private final Words words;
  private final Lexicon lexicon;
  private final Map<String, String> units;
  private final PlaceCues cues;
  private final PlaceNeighbours neighbours;
  private final Set<String> persons;
  private final Set<String> writtenSmall = new HashSet<>();
  private final Map<Span, Boolean> titleCase = new HashMap<>();

  PlaceReader(
      Segments segments,
      Words words,
      Lexicon lexicon,
      Set<String> persons,
      Map<String, String> units) {
    this.segments = segments;
    this.words = words;
    this.lexicon = lexicon;
    this.units = units;
    this.cues = new PlaceCues(words, lexicon);
    this.neighbours = new PlaceNeighbours(segments, words, cues, lexicon);
    this.persons = new HashSet<>(persons);
    for (int i = 0; i < words.size(); i++) {
      if (!words.capitalised(i)) {
        writtenSmall.add(words.word(i));
      }
    }
  }

  private record Seen(List<NameEntry> bearers, String key, PlaceCue cue, String name) {}

  List<Mention> read(List<NameHit> hits) {
    surnames(hits);
    var seen = seen(hits);
    var links = new PlaceLinks(units);
    var mentions = new ArrayList<@Nullable Mention>();
    var at = seen.stream().map(Seen::cue).toList();
    seen.forEach(each -> mentions.add(links.country(named(each, null))));
    // Units before what lies in them: a district decides which of its namesakes a village is.
    for (var level : List.of("adm1", "adm2", "adm3", "village")) {
      Pace.keep();
      for (int i = 0; i < seen.size(); i++) {
        if (mentions.get(i) == null && seen.get(i).cue.levels().contains(level)) {
          mentions.set(i, links.typed(named(seen.get(i), neighbours.of(i, at, mentions))));
        }
      }
    }
    for (int i = 0; i < seen.size(); i++) {
      if (mentions.get(i) == null && !seen.get(i).bearers.isEmpty()) {
        mentions.set(i, links.bare(named(seen.get(i), neighbours.of(i, at, mentions))));
      }
    }
    return mentions.stream().filter(Objects::nonNull).toList();
  }

  private PlaceLinks.Named named(Seen each, @Nullable Mention unit) {
    return new PlaceLinks.Named(
        each.key, each.bearers, each.cue, each.cue.span().of(words.original()), each.name, unit);
  }

  /** What the gazetteer knows and what the text alone calls a village, in the order of the text. */
  private List<Seen> seen(List<NameHit> hits) {
    var known = new ArrayList<UnknownNames.Name>();
    for (var hit : hits) {
      int first = words.from(words.folded().start(hit.begin()));
      known.add(new UnknownNames.Name(first, words.from(words.folded().end(hit.end())) - 1));
    }
    var unknown = new UnknownNames(words, cues, lexicon).in(known, this::titleCase);
    var longer = new BitSet();
    unknown.forEach(name -> longer.set(name.first(), name.last() + 1));
    var seen = new ArrayList<Seen>();
    for (var hit : hits) {
      var each = see(hit);
      if (each != null && !longer.get(words.from(words.folded().start(hit.begin())))) {
        seen.add(each);
      }
    }
    for (var name : unknown) {
      var own = new Span(words.start(name.first()), words.end(name.last())).of(words.original());
      var cue = cues.around(name.first(), name.last(), false);
      seen.add(new Seen(List.of(), Folded.key(own), cue, own));
    }
    seen.sort(Comparator.comparing(each -> each.cue.span()));
    return seen;
  }

  private @Nullable Seen see(NameHit hit) {
    int first = words.from(words.folded().start(hit.begin()));
    int last = words.from(words.folded().end(hit.end())) - 1;
    if (!words.capitalised(first)) {
      return null;
    }
    var cue = cues.around(first, last, titleCase(first));
    var key = words.folded().text().substring(hit.begin(), hit.end());
    boolean ofKind = cue.span().start() < words.start(first);
    boolean junk =
        cue.typed()
            ? COMMON.contains(key) && !ofKind
            : cue.partOfName() || cue.titled() || unlikely(hit, key, cue, first);
    var name = new Span(words.start(first), words.end(last)).of(words.original());
    return junk ? null : new Seen(hit.places(), key, cue, name);
  }

  private boolean unlikely(NameHit hit, String key, PlaceCue cue, int first) {
    boolean unit = hit.places().stream().anyMatch(NameEntry::isUnit);
    boolean country = hit.places().stream().anyMatch(e -> e.level().equals("country"));
    if (country) {
      return false;
    }
    boolean oneWord = key.indexOf(' ') < 0;
    boolean placed = cue.role() != Mention.Role.NONE;
    return ARTICLES.contains(words.word(first - 1)) && words.adjacent(first - 1) && !cue.area()
        || persons.contains(key)
        || COMMON.contains(key)
        || COUNTRIES.contains(key)
        || key.length() <= 2
        || oneWord && writtenSmall.contains(key)
        || !unit && !placed
        || !unit && key.length() <= 3
        || !unit && words.shouted(first) && key.length() <= 5
        || !unit && titleCase(first) && !placed;
  }

  /**
   * "Awa Koro" makes Koro a surname for the rest of the text, unless a word of kind says otherwise.
   */
  private void surnames(List<NameHit> hits) {
    for (var hit : hits) {
      int first = words.from(words.folded().start(hit.begin()));
      int last = words.from(words.folded().end(hit.end())) - 1;
      if (!titleCase(first)
          && cues.closesPersonName(first, last)
          && hit.places().stream().noneMatch(NameEntry::isUnit)) {
        persons.add(words.word(last));
      }
    }
  }

  private boolean titleCase(int word) {
    var sentence = segments.sentenceAt(words.start(word));
    return titleCase.computeIfAbsent(
        sentence,
        span -> {
          int from = words.from(span.start());
          int to = words.from(span.end());
          int large = 0;
          for (int i = from; i < to; i++) {
            large += words.capitalised(i) ? 1 : 0;
          }
          return to - from >= 4 && large * 10 >= (to - from) * 6;
        });
  }
}
