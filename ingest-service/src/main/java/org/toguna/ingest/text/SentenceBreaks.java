package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds sentence ends in English and French prose, quotations and abbreviations minded. */
final class SentenceBreaks {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "st", "no",
          "vs", "etc", "jr", "sr", "mme", "mlle", "me", "av", "env", "art", "cf", "p", "pp", "al",
          "approx", "e.g", "i.e", "c.-à-d", "u.s", "u.n", "a.m", "p.m", "inc", "ltd");

  /** No quote may be longer than 2,000. */
  private static final int LONGEST = 1_800;

  private static final String CLOSING = "\"'”’»)]";
  private static final String OPENING = "\"'“‘«([–—-$€£";

  private SentenceBreaks() {}

  static List<Span> sentences(String text, Span block) {
    var found = new ArrayList<Span>();
    int start = block.start();
    for (int i = block.start(); i < block.end(); i++) {
      if (".!?…".indexOf(text.charAt(i)) < 0) {
        continue;
      }
      int end = i + 1;
      while (end < block.end() && (".!?…".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      end = closed(text, end, block.end());
      int next = skipSpace(text, end, block.end());
      if (next > end && next < block.end() && ends(text, start, i, next)) {
        found.add(new Span(start, end));
        start = next;
      }
      i = end - 1;
    }
    if (start < block.end()) {
      found.add(new Span(start, block.end()));
    }
    return found.stream().flatMap(sentence -> pieces(text, sentence).stream()).toList();
  }

  /** What goes on for pages without a stop is no sentence: it is read, and quoted, in pieces. */
  private static List<Span> pieces(String text, Span sentence) {
    if (sentence.length() <= LONGEST) {
      return List.of(sentence);
    }
    var pieces = new ArrayList<Span>();
    int start = sentence.start();
    while (sentence.end() - start > LONGEST) {
      int end = start + LONGEST;
      while (end > start + LONGEST / 2 && !Character.isWhitespace(text.charAt(end))) {
        end--;
      }
      if (Character.isLowSurrogate(text.charAt(end))) {
        end--;
      }
      pieces.add(new Span(start, end));
      start = skipSpace(text, end, sentence.end());
    }
    if (start < sentence.end()) {
      pieces.add(new Span(start, sentence.end()));
    }
    return pieces;
  }

  /** Takes closing quotes along; French sets a space before its own. */
  private static int closed(String text, int end, int limit) {
    int at = end;
    while (at < limit) {
      char c = text.charAt(at);
      boolean spacedGuillemet =
          Character.isSpaceChar(c) && at + 1 < limit && text.charAt(at + 1) == '»';
      if (CLOSING.indexOf(c) < 0 && !spacedGuillemet) {
        break;
      }
      at++;
    }
    return at;
  }

  private static int skipSpace(String text, int at, int limit) {
    int next = at;
    while (next < limit
        && (Character.isWhitespace(text.charAt(next))
            || Character.isSpaceChar(text.charAt(next)))) {
      next++;
    }
    return next;
  }

  private static boolean ends(String text, int start, int mark, int next) {
    char after = text.charAt(next);
    boolean begins =
        Character.isUpperCase(after) || Character.isDigit(after) || OPENING.indexOf(after) >= 0;
    if (!begins || !Character.isLetterOrDigit(after) && lowerAfterOpening(text, next)) {
      return false;
    }
    return text.charAt(mark) != '.' || !abbreviated(text, start, mark);
  }

  private static boolean lowerAfterOpening(String text, int at) {
    int next = at;
    while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
      next++;
    }
    // A dash in mid-sentence, or a quotation run on, goes on in small letters.
    return next < text.length() && Character.isLowerCase(text.charAt(next));
  }

  private static boolean abbreviated(String text, int start, int mark) {
    int from = mark;
    while (from > start
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    var word = text.substring(from, mark).toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isUpperCase(text.charAt(from));
    return initial || ABBREVIATIONS.contains(word);
  }
}
