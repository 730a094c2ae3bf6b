package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/** Reads all mentions of one text, in the order of the text. */
public final class MentionReader {

  private final List<NameDictionary> dictionaries;

  /** Several dictionaries are read as one: the registry's, and an organisation's own. */
  public MentionReader(List<NameDictionary> dictionaries) {
    this.dictionaries = List.copyOf(dictionaries);
  }

  public List<Mention> read(Segments segments, String language, Publication published) {
    var words = Words.of(segments.text());
    var lexicon = Lexicon.of(language);
    var hits = new ArrayList<NameHit>();
    dictionaries.forEach(each -> hits.addAll(each.in(words.folded())));
    var longest = NameHit.longest(hits);

    var actorReader = new ActorReader(words);
    var mentions =
        new ArrayList<>(
            actorReader.read(longest.stream().filter(hit -> !hit.actors().isEmpty()).toList()));
    var taken = mentions.stream().map(Mention::span).toList();
    var places =
        new PlaceReader(segments, words, lexicon, actorReader.surnames())
            .read(longest.stream().filter(hit -> !hit.places().isEmpty()).toList());
    places.stream().filter(place -> free(place.span(), taken)).forEach(mentions::add);
    dates(segments, words, published, mentions);
    categories(words, lexicon, mentions);
    mentions.sort(Comparator.comparing(Mention::span));
    return List.copyOf(mentions);
  }

  private static void dates(
      Segments segments, Words words, Publication published, List<Mention> mentions) {
    var found = DateExpressions.in(words);
    var dates = new DateResolution(segments, found, published).resolved();
    dates.forEach(date -> mentions.add(Mention.date(date.span(), date.when())));
    var spans = dates.stream().map(DateFound::span).toList();
    Quantities.in(segments.text(), words.folded(), spans)
        .forEach(number -> mentions.add(Mention.number(number.span(), number.quantity())));
  }

  private static void categories(Words words, Lexicon lexicon, List<Mention> mentions) {
    var taken =
        new ArrayList<>(
            mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.ACTOR)
                .map(Mention::span)
                .toList());
    Categories.in(words, lexicon).stream()
        .filter(found -> free(found.noun(words), taken))
        .forEach(
            found ->
                mentions.add(
                    Mention.category(
                        found.span(), found.span().of(words.original()), found.noun())));
  }

  private static boolean free(Span span, List<Span> taken) {
    return taken.stream().noneMatch(span::overlaps);
  }
}
