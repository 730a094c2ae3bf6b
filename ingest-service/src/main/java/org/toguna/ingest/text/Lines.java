package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.List;

/** Paragraphs by their lines: one a line, unless the text was wrapped at a fixed width. */
final class Lines {

  private static final int WIDTH = 100;

  private Lines() {}

  static List<Span> blocks(String text) {
    var lines = lines(text);
    return wrapped(lines) ? joined(text, lines) : lines;
  }

  private static List<Span> lines(String text) {
    var lines = new ArrayList<Span>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        var line = trimmed(text, start, i);
        if (line.length() > 0) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static Span trimmed(String text, int start, int end) {
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Prose of one line a paragraph has long lines; wrapped prose has none, and many near the width.
   */
  private static boolean wrapped(List<Span> lines) {
    long full = lines.stream().filter(line -> line.length() >= 50).count();
    return lines.size() >= 4
        && full * 2 >= lines.size()
        && lines.stream().allMatch(line -> line.length() <= WIDTH);
  }

  private static List<Span> joined(String text, List<Span> lines) {
    var blocks = new ArrayList<Span>();
    Span open = null;
    for (var line : lines) {
      if (open != null && follows(text, open, line)) {
        open = open.to(line);
      } else {
        if (open != null) {
          blocks.add(open);
        }
        open = line;
      }
    }
    if (open != null) {
      blocks.add(open);
    }
    return blocks;
  }

  private static boolean follows(String text, Span before, Span after) {
    int breaks = 0;
    for (int i = before.end(); i < after.start(); i++) {
      breaks += text.charAt(i) == '\n' ? 1 : 0;
    }
    int lineStart = text.lastIndexOf('\n', before.end() - 1) + 1;
    return breaks == 1 && before.end() - lineStart >= 50;
  }
}
