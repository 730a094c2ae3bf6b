package org.toguna.ingest.mentions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Segments;
import org.toguna.ingest.text.Span;

/** Finds the unit that a text sets a place in: beside it, or at the head of what it tells. */
final class PlaceNeighbours {

  private static final int FAR = 12;
  private static final int HEAD = 4;

  private final Segments segments;
  private final Words words;
  private final PlaceCues cues;
  private final Phrases within;
  private final Phrases lead;
  private final Phrases direction;
  private final Phrases locative;

  PlaceNeighbours(Segments segments, Words words, PlaceCues cues, Lexicon lexicon) {
    this.segments = segments;
    this.words = words;
    this.cues = cues;
    within = lexicon.phrases("place-within");
    lead = lexicon.phrases("place-lead");
    direction = lexicon.phrases("direction");
    locative = lexicon.phrases("locative");
  }

  /** The unit of one of the places, which are given in the order of the text; null if none. */
  @Nullable Mention of(int index, List<PlaceCue> cues, List<@Nullable Mention> mentions) {
    for (int i = index + 1; i < cues.size() && i <= index + 2; i++) {
      if (!joined(cues.get(i - 1), cues.get(i))) {
        break;
      }
      if (isUnit(mentions.get(i))) {
        return mentions.get(i);
      }
    }
    if (index > 0
        && isUnit(mentions.get(index - 1))
        && before(cues.get(index - 1), cues.get(index))) {
      return mentions.get(index - 1);
    }
    return ofSentence(index, cues, mentions);
  }

  private static boolean isUnit(@Nullable Mention mention) {
    return mention != null
        && !mention.candidates().isEmpty()
        && mention.candidates().stream().anyMatch(e -> e.level().startsWith("adm"))
        && (mention.linked() == null || mention.linked().level().startsWith("adm"));
  }

  /** "Toroli, Koro district", "Toroli (cercle de Koro)", "Toroli, a village in Koro district". */
  private boolean joined(PlaceCue place, PlaceCue unit) {
    int last = words.from(place.span().end()) - 1;
    int next = words.from(unit.span().start());
    if (next - last > FAR || next <= last) {
      return false;
    }
    int apposed = cues.apposed(last);
    int at = apposed > 0 && apposed < next ? apposed : last;
    boolean connects = words.between(last, last + 1).matches("[ \u00A0]?[,(] ?");
    for (int i = at; i < next; i++) {
      if (!words.between(i, i + 1).matches("[ \u00A0,('’\\-]{1,3}")) {
        return false;
      }
    }
    for (int i = at + 1; i < next; i++) {
      var match = within.at(words, i);
      if (match != null && match.last() < next) {
        connects = true;
        i = match.last();
      } else if (!leads(i)) {
        return false;
      }
    }
    return connects;
  }

  /** "In Koro district, the village of Toroli", "Koro district's Toroli". */
  private boolean before(PlaceCue unit, PlaceCue place) {
    int last = words.from(unit.span().end()) - 1;
    int next = words.from(place.span().start());
    if (next - last > HEAD + 1 || next <= last) {
      return false;
    }
    boolean connects = false;
    for (int i = last; i < next; i++) {
      var gap = words.between(i, i + 1);
      connects |= i == last && gap.matches("[ \u00A0]?[,:] ?|['’]");
      if (!gap.matches("[ \u00A0]?[,:]? ?|['’] ?")) {
        return false;
      }
    }
    for (int i = last + 1; i < next; i++) {
      if (!leads(i) && locative.at(words, i) == null && within.at(words, i) == null) {
        return false;
      }
    }
    return connects;
  }

  private boolean leads(int word) {
    return lead.at(words, word) != null
        || direction.has(words.word(word))
        || words.word(word).equals("s")
        || words.capitalised(word) && words.word(word + 1).equals("s");
  }

  /**
   * "In Koro district, fighters besieged Toroli", "they besieged Toroli in May, in Koro district",
   * or a paragraph that opens with the unit alone: where the sentence is set, so is what it names.
   */
  private @Nullable Mention ofSentence(
      int index, List<PlaceCue> cues, List<@Nullable Mention> mentions) {
    var sentence = segments.sentenceAt(cues.get(index).span().start());
    Mention found = null;
    for (int i = index - 1; i >= 0 && cues.get(i).span().start() >= sentence.start(); i--) {
      if (isUnit(mentions.get(i))) {
        found = heads(sentence, cues.get(i)) ? mentions.get(i) : null;
      }
    }
    for (int i = index + 1; i < cues.size() && cues.get(i).span().end() <= sentence.end(); i++) {
      if (isUnit(mentions.get(i))) {
        found = found == null && closes(sentence, cues.get(i)) ? mentions.get(i) : null;
        break;
      }
    }
    return found != null ? found : ofParagraph(sentence, index, cues, mentions);
  }

  private boolean heads(Span sentence, PlaceCue unit) {
    int first = words.from(unit.span().start());
    int last = words.from(unit.span().end()) - 1;
    return unit.role() == Mention.Role.LOCATIVE
        && first - words.from(sentence.start()) <= HEAD
        && words.between(last, last + 1).strip().startsWith(",");
  }

  private boolean closes(Span sentence, PlaceCue unit) {
    int first = words.from(unit.span().start());
    int at = first;
    while (at > 0 && first - at < HEAD && words.between(at - 1, at).isBlank()) {
      at--;
    }
    boolean parted = words.between(at - 1, at).strip().equals(",");
    return unit.role() == Mention.Role.LOCATIVE
        && parted
        && sentence.end() - unit.span().end() <= 2;
  }

  private @Nullable Mention ofParagraph(
      Span sentence, int index, List<PlaceCue> cues, List<@Nullable Mention> mentions) {
    var paragraph = segments.paragraphAt(sentence.start());
    var opening = paragraph.sentences().getFirst();
    if (opening.equals(sentence)) {
      return null;
    }
    int first = from(cues, opening.start());
    if (first >= index || !isUnit(mentions.get(first))) {
      return null;
    }
    var span = cues.get(first).span();
    boolean alone = span.start() - opening.start() <= 1 && opening.end() - span.end() <= 2;
    return alone ? mentions.get(first) : null;
  }

  /** The first that starts at or after an offset. */
  private static int from(List<PlaceCue> cues, int offset) {
    int low = 0;
    int high = cues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cues.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
