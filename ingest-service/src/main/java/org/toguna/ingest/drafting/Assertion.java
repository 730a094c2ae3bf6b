package org.toguna.ingest.drafting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.toguna.ingest.lexicon.Phrases;
import org.toguna.ingest.mentions.Mention;
import org.toguna.ingest.text.Pace;

/**
 * Which words of a story are told as having happened. Denial, supposition, plan, question and
 * negation have scope: all clauses inside what they govern are untold, in whatever order they come.
 */
final class Assertion {

  private static final int MODAL_REACH = 12;
  private static final int NEGATION_REACH = 14;
  private static final int PAIR = 5;
  private static final int SHORT = 7;
  private static final int BRIEF = 3;

  private final Story story;
  private final BitSet untold = new BitSet();

  /** Words from first to last, both included, that no contrast and no semicolon parts. */
  private record Segment(int first, int last) {}

  Assertion(Story story) {
    this.story = story;
    for (int i = 0; i < story.sentences.size(); i++) {
      Pace.keep();
      read(i);
    }
  }

  boolean tells(int word) {
    return !untold.get(word);
  }

  private void read(int index) {
    var sentence = story.sentences.get(index);
    if (asks(sentence)) {
      deny(sentence);
    }
    Segment before = null;
    for (var segment : segments(sentence)) {
      if (denied(segment)) {
        untold.set(segment.first, segment.last + 1);
        denyBefore(index, segment, before);
      }
      ahead(segment);
      supposed(segment);
      list("modal")
          .in(story.words, segment.first, segment.last + 1)
          .forEach(modal -> reach(sentence, segment, modal.first(), MODAL_REACH));
      negated(sentence, segment);
      before = segment;
    }
    struck(sentence);
  }

  private Phrases list(String name) {
    return story.list(name);
  }

  private List<Segment> segments(Sentence sentence) {
    var found = new ArrayList<Segment>();
    int first = sentence.from();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      boolean breaks =
          i > first
              && (story.words.between(i - 1, i).indexOf(';') >= 0
                  || list("contrast").at(story.words, i) != null);
      if (breaks) {
        found.add(new Segment(first, i - 1));
        first = i;
      }
    }
    if (first < sentence.to()) {
      found.add(new Segment(first, sentence.to() - 1));
    }
    return found;
  }

  private boolean asks(Sentence sentence) {
    int end = sentence.span().end();
    while (end > sentence.span().start()
        && "\"'”’»)] \u00A0\u202F".indexOf(story.text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > sentence.span().start() && story.text.charAt(end - 1) == '?';
  }

  private void deny(Sentence sentence) {
    untold.set(sentence.from(), Math.max(sentence.from(), sentence.to()));
  }

  private boolean denied(Segment segment) {
    var not = list("denial-not").in(story.words, segment.first, segment.last + 1);
    return list("denial").in(story.words, segment.first, segment.last + 1).stream()
            .anyMatch(word -> not.stream().noneMatch(other -> inside(word, other)))
        || verdict(segment);
  }

  /** "False: three drivers kidnapped", "three drivers kidnapped: false". */
  private boolean verdict(Segment segment) {
    for (int i = segment.first; i <= segment.last; i++) {
      boolean alone =
          i == segment.first && story.words.between(i, i + 1).matches("(?s) ?[:.!,–—] ?.*")
              || i > segment.first && story.words.between(i - 1, i).matches("(?s).*[:–—(] ?");
      if (alone && list("verdict").has(story.words.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean inside(Phrases.Match word, Phrases.Match other) {
    return other.first() <= word.last() && word.first() <= other.last();
  }

  /** "The union denied it": what was told before, in this sentence or in the last, is denied. */
  private void denyBefore(int index, Segment segment, Segment before) {
    boolean pointsBack =
        list("anaphor").anyIn(story.words, segment.first, segment.last + 1)
            || segment.last - segment.first < SHORT;
    boolean ownEvent = tellsOfAnEvent(segment.first, segment.last + 1) || tellsWhat(segment);
    if (before != null && (pointsBack || !ownEvent)) {
      untold.set(before.first, before.last + 1);
      return;
    }
    if (before != null) {
      return;
    }
    var sentence = story.sentences.get(index);
    var earlier = index > 0 ? story.sentences.get(index - 1) : null;
    boolean near = earlier != null && sentence.paragraph() - earlier.paragraph() <= 1;
    if (near) {
      boolean rumour = story.has("rumour", earlier) || story.has("hedged", earlier);
      if (pointsBack && !ownEvent || rumour && (pointsBack || !ownEvent)) {
        deny(earlier);
      }
    }
    boolean opens = segment.last - segment.first < BRIEF && index + 1 < story.sentences.size();
    if (opens && (!near || sentence.paragraph() != story.sentences.get(index - 1).paragraph())) {
      deny(story.sentences.get(index + 1));
    }
  }

  /** "Denied that": what is denied stands behind it. */
  private boolean tellsWhat(Segment segment) {
    for (var word : list("denial").in(story.words, segment.first, segment.last + 1)) {
      for (int i = word.last() + 1; i <= Math.min(segment.last, word.last() + 4); i++) {
        if (story.words.word(i).matches("that|que|qu")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean tellsOfAnEvent(int from, int to) {
    for (var name : Story.EVENTS) {
      if (list(name).anyIn(story.words, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** "Contrary to rumours that ..., the road is open": denied up to the comma. */
  private void ahead(Segment segment) {
    for (var match : list("denial-ahead").in(story.words, segment.first, segment.last + 1)) {
      int last = match.last();
      while (last < segment.last && story.words.between(last, last + 1).indexOf(',') < 0) {
        last++;
      }
      untold.set(match.first(), last + 1);
    }
  }

  private void supposed(Segment segment) {
    var not = list("supposing-not").in(story.words, segment.first, segment.last + 1);
    list("supposing").in(story.words, segment.first, segment.last + 1).stream()
        .filter(word -> not.stream().noneMatch(other -> inside(word, other)))
        .findFirst()
        .ifPresent(word -> untold.set(word.first(), segment.last + 1));
  }

  private void negated(Sentence sentence, Segment segment) {
    var not = list("negation-not").in(story.words, segment.first, segment.last + 1);
    for (var word : list("negation").in(story.words, segment.first, segment.last + 1)) {
      if (not.stream().noneMatch(other -> inside(word, other))) {
        reach(sentence, segment, word.first(), NEGATION_REACH);
      }
    }
    if (!story.lexicon.reads("fr")) {
      return;
    }
    for (int i = segment.first; i <= segment.last; i++) {
      if (story.words.word(i).matches("ne|n") && paired(segment, i, not)) {
        reach(sentence, segment, i, NEGATION_REACH);
      }
    }
  }

  private boolean paired(Segment segment, int word, List<Phrases.Match> not) {
    int to = Math.min(segment.last + 1, word + PAIR + 1);
    boolean after =
        list("negation-second").in(story.words, word + 1, to).stream()
            .anyMatch(second -> not.stream().noneMatch(other -> inside(second, other)));
    int from = Math.max(segment.first, word - PAIR);
    return after || list("negation-second").anyIn(story.words, from, word);
  }

  /** As far as one clause goes, over the verbs that share it: "robbed, beaten or kidnapped". */
  private void reach(Sentence sentence, Segment segment, int from, int most) {
    if (story.dated(sentence, from)) {
      return;
    }
    int last = pastParenthesis(segment, from);
    boolean parted = false;
    while (last < segment.last && last - from < most) {
      int next = last + 1;
      var gap = story.words.between(last, next);
      if (gap.chars().anyMatch(c -> ":()–—“”«»\n".indexOf(c) >= 0)) {
        break;
      }
      parted |= gap.indexOf(',') >= 0;
      boolean subject = list("subject-start").has(story.words.word(next));
      boolean verb = list("passive").has(story.words.word(next));
      if (parted && (subject || verb)
          || next > from + 1 && list("clause-start").at(story.words, next) != null
          || list("coordinator").has(story.words.word(next))
              && (list("subject-start").has(story.words.word(next + 1))
                  || story.words.capitalised(next + 1))) {
        break;
      }
      last = next;
    }
    untold.set(from, last + 1);
  }

  /** "Is not, as some say, besieged": what stands between commas changes nothing. */
  private int pastParenthesis(Segment segment, int from) {
    if (from >= segment.last || story.words.between(from, from + 1).indexOf(',') < 0) {
      return from;
    }
    for (int i = from + 1; i < Math.min(segment.last, from + NEGATION_REACH); i++) {
      if (story.words.between(i, i + 1).indexOf(',') >= 0) {
        return i;
      }
    }
    return from;
  }

  /** What its author struck through stands there to be seen as withdrawn. */
  private void struck(Sentence sentence) {
    boolean open = false;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      var gap = i == sentence.from() ? "" : story.words.between(i - 1, i);
      if (gap.contains("~~")) {
        open = !open || gap.indexOf("~~") != gap.lastIndexOf("~~");
      } else if (i == sentence.from()) {
        int start = story.words.start(i);
        open = start >= 2 && story.text.startsWith("~~", start - 2);
      }
      boolean overlaid =
          story
              .text
              .substring(story.words.start(i), story.words.end(i))
              .chars()
              .anyMatch(c -> c >= 0x0335 && c <= 0x0338);
      if (open || overlaid) {
        untold.set(i);
      }
    }
  }

  /** Told of what somebody did, not of what happens again and again. */
  boolean once(Sentence sentence, int word) {
    int from = Math.max(sentence.from(), word - 3);
    return !list("habitual").anyIn(story.words, from, word)
        || sentence.of(Mention.Kind.DATE).stream().anyMatch(date -> date.when() != null);
  }
}
