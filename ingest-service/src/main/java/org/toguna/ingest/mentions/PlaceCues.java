package org.toguna.ingest.mentions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.ingest.lexicon.Lexicon;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Span;

/** Reads the neighbourhood of a name: words of kind, prepositions, parts of a longer name. */
final class PlaceCues {

  private static final Map<String, Set<String>> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("type-adm1-forms", Set.of("adm1"));
    TYPES.put("type-adm2-forms", Set.of("adm2"));
    TYPES.put("type-adm2-adm3-forms", Set.of("adm2", "adm3"));
    TYPES.put("type-adm3-forms", Set.of("adm3"));
    TYPES.put("type-settlement", Set.of("village", "site"));
  }

  private static final Set<String> OF =
      Set.of(
          "of", "de", "d", "du", "des", "la", "le", "les", "called", "named", "dit", "nomme",
          "appele");
  private static final Set<String> SETTLEMENT = Set.of("village", "site");
  private static final int LEAD = 6;

  private final Words words;
  private final Phrases locative;
  private final Phrases origin;
  private final Phrases lead;
  private final Phrases direction;
  private final Phrases title;
  private final Phrases speech;
  private final Phrases verb;
  private final Phrases area;
  private final Phrases passives;
  private final Phrases siege;
  private final Phrases articles;
  private final Phrases another;
  private final Phrases within;
  private final Map<Phrases, Set<String>> types = new LinkedHashMap<>();

  PlaceCues(Words words, Lexicon lexicon) {
    this.words = words;
    locative = lexicon.phrases("locative");
    origin = lexicon.phrases("origin");
    lead = lexicon.phrases("place-lead");
    direction = lexicon.phrases("direction");
    title = lexicon.phrases("person-title");
    speech = lexicon.phrases("speech-verb");
    verb = lexicon.phrases("abduction-verb-with-person");
    passives = lexicon.phrases("passive");
    siege = lexicon.phrases("siege-verb");
    another = lexicon.phrases("another");
    within = lexicon.phrases("place-within");
    articles = lexicon.phrases("place-article");
    area = lexicon.phrases("area");
    TYPES.forEach((list, levels) -> types.put(lexicon.phrases(list), levels));
  }

  PlaceCue around(int first, int last, boolean titleCase) {
    int start = first;
    int end = last;
    Set<String> levels = Set.of();
    var right = words.adjacent(last) ? type(last + 1, true) : null;
    if (right != null
        && !(words.capitalised(last + 1) && words.capitalised(right.match.last() + 1))) {
      levels = right.levels;
      end = right.match.last();
    } else {
      var shared = sharedPlural(first, last);
      levels = shared == null ? levels : shared;
    }
    if (levels.isEmpty()) {
      int before = first - 1;
      while (first - before <= 3
          && OF.contains(words.word(before))
          && words.between(before, before + 1).length() <= 2) {
        before--;
      }
      var left = joined(before) ? type(before, false) : null;
      if (left != null) {
        levels = left.levels;
        start = left.match.first();
      }
    }
    if (levels.isEmpty() && apposed(last) > 0) {
      // "Soyékouma, a village in": the word of kind stands behind a comma.
      levels = SETTLEMENT;
    }
    var role = role(leadStart(start), end);
    return new PlaceCue(
        new Span(words.start(start), words.end(end)),
        levels,
        role,
        !titleCase && levels.isEmpty() && partOfName(first, last),
        levels.isEmpty() && role == Mention.Role.NONE && ofPerson(first, last),
        words.adjacent(last) && area.at(words, last + 1) != null);
  }

  /**
   * The last word of ", a small village" behind a name, or -1: the kind of what was named, in
   * apposition.
   */
  int apposed(int last) {
    var gap = words.between(last, last + 1);
    if (!gap.strip().equals(",") && !gap.strip().equals("(") && !gap.strip().equals("–")) {
      return -1;
    }
    if (!articles.has(words.word(last + 1))) {
      return -1;
    }
    for (int i = last + 2; i <= last + 4 && joined(i - 1); i++) {
      var type = type(i, true);
      if (type != null && !type.match.plural() && type.levels.equals(SETTLEMENT)) {
        return closes(type.match.last()) ? type.match.last() : -1;
      }
      if (another.has(words.word(i))) {
        return -1;
      }
    }
    return -1;
  }

  /** Nothing is told of it there: "a village burnt" behind a comma is somewhere else. */
  private boolean closes(int last) {
    return !words.adjacent(last)
        || within.at(words, last + 1) != null
        || words
            .word(last + 1)
            .matches("of|de|d|du|des|where|which|whose|with|near|ou|qui|dont|situe|pres|a");
  }

  /** The settlement word that ends right before a name, "village of", or -1. */
  int settlementBefore(int first) {
    int before = first - 1;
    while (first - before <= 3
        && OF.contains(words.word(before))
        && words.between(before, before + 1).length() <= 2) {
      before--;
    }
    var type = before < first - 1 && joined(before) ? type(before, false) : null;
    return type != null && type.levels.equals(SETTLEMENT) ? type.match.first() : -1;
  }

  /** The settlement word right behind a name, or -1. */
  int settlementBehind(int last) {
    var type = words.adjacent(last) ? type(last + 1, true) : null;
    return type != null && type.levels.equals(SETTLEMENT) && !words.capitalised(last + 1)
        ? type.match.last()
        : -1;
  }

  /** A word of kind: "village", "cercle". */
  boolean isKind(int word) {
    return type(word, true) != null;
  }

  private record Type(Phrases.Match match, Set<String> levels) {}

  private @Nullable Type type(int index, boolean startsHere) {
    for (var each : types.entrySet()) {
      var match =
          startsHere ? each.getKey().at(words, index) : each.getKey().endingAt(words, index);
      if (match != null) {
        return new Type(match, each.getValue());
      }
    }
    return null;
  }

  /** In a list of names, a word of kind in the plural before or behind belongs to each. */
  private @Nullable Set<String> sharedPlural(int first, int last) {
    for (int i = last + 1; i <= last + LEAD && listed(i); i++) {
      var type = type(i, true);
      if (type != null && type.match.plural() && i > last + 1) {
        return type.levels;
      }
      if (!words.word(i).matches("and|et") && !words.capitalised(i)) {
        break;
      }
    }
    for (int i = first - 1; i >= first - LEAD && listed(i + 1); i--) {
      var type = type(i, false);
      if (type != null && type.match.plural()) {
        return type.levels;
      }
      if (!words.word(i).matches("and|et|de|d|of") && !words.capitalised(i)) {
        break;
      }
    }
    return null;
  }

  private boolean listed(int index) {
    return words.between(index - 1, index).matches("[,'’ \u00A0]{1,2}");
  }

  /** Walks left over articles, directions and possessives to where a preposition would stand. */
  private int leadStart(int start) {
    int at = start;
    while (at > 0 && start - at < LEAD && joined(at - 1)) {
      var match = locative.endingAt(words, at - 1);
      if (match != null || origin.endingAt(words, at - 1) != null) {
        break;
      }
      boolean owner = words.word(at).equals("s") && words.capitalised(at - 1);
      if (!owner
          && lead.endingAt(words, at - 1) == null
          && direction.endingAt(words, at - 1) == null) {
        break;
      }
      at--;
    }
    return at;
  }

  private Mention.Role role(int leadStart, int end) {
    if (!joined(leadStart - 1)) {
      return suffers(end) ? Mention.Role.LOCATIVE : Mention.Role.NONE;
    }
    var where = locative.endingAt(words, leadStart - 1);
    var from = origin.endingAt(words, leadStart - 1);
    if (from != null && (where == null || length(from) >= length(where))) {
      return taken(from.first() - 1) ? Mention.Role.LOCATIVE : Mention.Role.ORIGIN;
    }
    if (words.word(end + 1).equals("based")) {
      return Mention.Role.ORIGIN;
    }
    return where == null && !suffers(end) ? Mention.Role.NONE : Mention.Role.LOCATIVE;
  }

  /** "Taken from Koro" tells where they were taken. */
  private boolean taken(int index) {
    return verb.endingAt(words, index) != null;
  }

  /** "Toroli was besieged": what is done to a place is done there. */
  private boolean suffers(int end) {
    boolean passive = false;
    for (int i = end + 1; i <= end + 4 && joined(i - 1); i++) {
      passive |= passives.has(words.word(i));
      if (passive && siege.at(words, i) != null) {
        return true;
      }
    }
    return false;
  }

  private static int length(Phrases.Match match) {
    return match.last() - match.first();
  }

  private boolean joined(int index) {
    if (index < 0) {
      return false;
    }
    var gap = words.between(index, index + 1);
    return gap.length() <= 2
        && gap.chars().allMatch(c -> Character.isSpaceChar(c) || "'’- ".indexOf(c) >= 0);
  }

  /** A capitalised word next to it makes the name part of another: a person's, an institution's. */
  private boolean partOfName(int first, int last) {
    boolean after =
        words.adjacent(last) && words.capitalised(last + 1) && type(last + 1, true) == null;
    return after || before(first);
  }

  private boolean before(int first) {
    int index = first - 1;
    if (index < 0 || !words.adjacent(index) || !words.capitalised(index)) {
      return false;
    }
    return locative.endingAt(words, index) == null
        && origin.endingAt(words, index) == null
        && lead.endingAt(words, index) == null
        && direction.endingAt(words, index) == null
        && type(index, false) == null
        && !words.word(index).matches(DateWords.MONTH);
  }

  private boolean ofPerson(int first, int last) {
    return title.endingAt(words, first - 1) != null && words.adjacent(first - 1)
        || speech.at(words, last + 1) != null && words.adjacent(last);
  }

  /** The name stands in a sequence of capitalised words as its last: a surname, perhaps. */
  boolean closesPersonName(int first, int last) {
    return first == last
        && words.capitalised(first)
        && before(first)
        && !words.capitalised(last + 1);
  }
}
