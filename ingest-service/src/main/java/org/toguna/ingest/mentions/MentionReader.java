package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Pace;
import org.toguna.ingest.text.Segments;

/** Reads all mentions of one text, in the order of the text. */
public final class MentionReader {

  /** Of one kind in one text: a report that a person wrote has a few hundred. */
  static final int MOST = 5_000;

  private final List<NameDictionary> dictionaries;

  /** Several dictionaries are read as one: the registry's, and an organisation's own. */
  public MentionReader(List<NameDictionary> dictionaries) {
    this.dictionaries = List.copyOf(dictionaries);
  }

  /**
   * What was found.
   *
   * @param more of one kind there were more than are looked for in one text
   */
  public record Found(List<Mention> mentions, boolean more) {
    public Found {
      mentions = List.copyOf(mentions);
    }
  }

  public List<Mention> read(Segments segments, String language, Publication published) {
    return find(segments, language, published).mentions();
  }

  public Found find(Segments segments, String language, Publication published) {
    var words = Words.of(segments.text());
    var lexicon = Lexicon.of(language);
    var hits = new ArrayList<NameHit>();
    dictionaries.forEach(each -> hits.addAll(each.in(words.folded())));
    Pace.keep();
    var every = NameHit.longest(hits);
    boolean more = every.size() > MOST;
    var longest = more ? every.subList(0, MOST) : every;

    var actorReader = new ActorReader(words);
    var mentions =
        new ArrayList<>(
            actorReader.read(longest.stream().filter(hit -> !hit.actors().isEmpty()).toList()));
    var taken = Stretches.of(mentions.stream().map(Mention::span).toList());
    var places =
        new PlaceReader(segments, words, lexicon, actorReader.surnames(), units())
            .read(longest.stream().filter(hit -> !hit.places().isEmpty()).toList());
    places.stream().filter(place -> taken.free(place.span())).forEach(mentions::add);
    more |= dates(segments, words, published, mentions);
    more |= categories(words, lexicon, mentions);
    mentions.sort(Comparator.comparing(Mention::span));
    return new Found(mentions, more);
  }

  private Map<String, String> units() {
    var units = new HashMap<String, String>();
    dictionaries.forEach(each -> each.units().forEach(units::putIfAbsent));
    return units;
  }

  private static boolean dates(
      Segments segments, Words words, Publication published, List<Mention> mentions) {
    var found = DateExpressions.in(words, MOST);
    var dates = new DateResolution(segments, found.dates(), published).resolved();
    dates.forEach(date -> mentions.add(Mention.date(date.span(), date.when())));
    var spans = Stretches.of(dates.stream().map(DateFound::span).toList());
    Pace.keep();
    var numbers = Quantities.in(segments.text(), words.folded(), spans, MOST);
    numbers.forEach(number -> mentions.add(Mention.number(number.span(), number.quantity())));
    return found.more() || numbers.size() >= MOST;
  }

  private static boolean categories(Words words, Lexicon lexicon, List<Mention> mentions) {
    var taken =
        Stretches.of(
            mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.ACTOR)
                .map(Mention::span)
                .toList());
    Pace.keep();
    var found = Categories.in(words, lexicon);
    found.stream()
        .limit(MOST)
        .filter(each -> taken.free(each.noun(words)))
        .forEach(
            each ->
                mentions.add(
                    Mention.category(each.span(), each.span().of(words.original()), each.noun())));
    return found.size() > MOST;
  }
}
