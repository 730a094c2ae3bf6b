package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/** Turns hits on place names into mentions: junk is dropped, the rest is linked or left open. */
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
  private final PlaceCues cues;
  private final Set<String> persons;
  private final Set<String> writtenSmall = new HashSet<>();
  private final Map<Span, Boolean> titleCase = new HashMap<>();

  PlaceReader(Segments segments, Words words, Lexicon lexicon, Set<String> persons) {
    this.segments = segments;
    this.words = words;
    this.cues = new PlaceCues(words, lexicon);
    this.persons = new HashSet<>(persons);
    for (int i = 0; i < words.size(); i++) {
      if (!words.capitalised(i)) {
        writtenSmall.add(words.word(i));
      }
    }
  }

  private record Seen(
      NameHit hit, int first, int last, String key, PlaceCue cue, String asStated) {}

  List<Mention> read(List<NameHit> hits) {
    surnames(hits);
    var links = new PlaceLinks();
    var seen = new ArrayList<Seen>();
    var mentions = new ArrayList<@Nullable Mention>();
    for (var hit : hits) {
      var each = see(hit);
      if (each != null) {
        seen.add(each);
        mentions.add(links.first(each.key, hit.places(), each.cue, each.asStated));
      }
    }
    for (int i = 0; i < seen.size(); i++) {
      if (mentions.get(i) == null) {
        var each = seen.get(i);
        mentions.set(
            i,
            links.second(
                each.key, each.hit.places(), each.cue, each.asStated, within(seen, mentions, i)));
      }
    }
    return mentions.stream().filter(Objects::nonNull).toList();
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
    return junk ? null : new Seen(hit, first, last, key, cue, cue.span().of(words.original()));
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

  /** "Toroli, Koro district", "Toroli (cercle de Koro)", "Toroli in Koro district". */
  private @Nullable NameEntry within(List<Seen> seen, List<@Nullable Mention> mentions, int index) {
    if (index + 1 >= seen.size()) {
      return null;
    }
    var next = mentions.get(index + 1);
    int from = seen.get(index).cue.span().end();
    int to = seen.get(index + 1).cue.span().start();
    if (next == null || next.linked() == null || to - from > 40 || to < from) {
      return null;
    }
    var gap = Folded.key(segments.text().substring(from, to));
    boolean joins =
        gap.matches(
            "(,|\\(|,? ?(in|in the|dans le|dans la|in nearby|in neighbouring|en|du|de la))? ?"
                + "((southern|northern|eastern|western|central) )?(mali's )?"
                + "((southern|northern|eastern|western|central) )?(the |le |la |l')?");
    return joins ? next.linked() : null;
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
