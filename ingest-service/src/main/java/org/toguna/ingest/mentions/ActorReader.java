package org.toguna.ingest.mentions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.toguna.ingest.lexicon.Folded;
import org.toguna.ingest.lexicon.Words;
import org.toguna.ingest.text.Span;

/**
 * Turns hits on actors' names into mentions; a surname alone counts once the text gave it in full.
 */
final class ActorReader {

  private final Words words;
  private final Map<String, Set<NameEntry>> surnames = new HashMap<>();

  ActorReader(Words words) {
    this.words = words;
  }

  List<Mention> read(List<NameHit> hits) {
    var mentions = new ArrayList<Mention>();
    var covered = new HashSet<Integer>();
    for (var hit : hits) {
      int first = words.from(words.folded().start(hit.begin()));
      int last = words.from(words.folded().end(hit.end())) - 1;
      var bearers = hit.actors().stream().filter(each -> writtenAs(each, first)).toList();
      if (bearers.isEmpty()) {
        continue;
      }
      mentions.add(mention(bearers, first, last, "bears this name"));
      for (int i = first; i <= last; i++) {
        covered.add(i);
      }
      if (last > first) {
        bearers.stream()
            .filter(NameEntry::isPerson)
            .forEach(
                e -> surnames.computeIfAbsent(words.word(last), any -> new HashSet<>()).add(e));
      }
    }
    for (int i = 0; i < words.size(); i++) {
      var bearers = surnames.get(words.word(i));
      if (bearers != null && words.capitalised(i) && !covered.contains(i)) {
        mentions.add(
            mention(List.copyOf(bearers), i, i, "surname of a person this text names in full"));
      }
    }
    return mentions;
  }

  Set<String> surnames() {
    return surnames.keySet();
  }

  private Mention mention(List<NameEntry> bearers, int first, int last, String reason) {
    var span = new Span(words.start(first), words.end(last));
    var asStated = span.of(words.original());
    var only = bearers.getFirst();
    // "The association" is somebody else in the next report: such a name is shown, never linked.
    boolean generic = only.name().equals(only.name().toLowerCase(Locale.ROOT));
    return bearers.size() == 1 && !generic
        ? Mention.linked(Mention.Kind.ACTOR, span, asStated, only, reason, Mention.Role.NONE, 0.9)
        : Mention.open(
            Mention.Kind.ACTOR,
            span,
            asStated,
            bearers,
            bearers.size() == 1
                ? "a name that anyone may bear"
                : bearers.size() + " bear this name",
            Mention.Role.NONE,
            0.6);
  }

  /** An acronym must be shouted, a proper name must be written large. */
  private boolean writtenAs(NameEntry entry, int first) {
    var name = entry.name();
    if (name.length() <= 8 && Folded.key(name).indexOf(' ') < 0 && isShouted(name)) {
      return words.shouted(first);
    }
    return !Character.isUpperCase(name.codePointAt(0)) || words.capitalised(first);
  }

  private static boolean isShouted(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }
}
