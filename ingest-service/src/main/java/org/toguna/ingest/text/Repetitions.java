package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a document says twice: pull quotes, quotations in headings, captions, credits. */
public final class Repetitions {

  private static final double ENOUGH = 0.75;

  /** In a paragraph of more sentences the one that is repeated is not looked for. */
  private static final int MANY = 300;

  private static final Pattern QUOTED = Pattern.compile("[‘“«\"](.+?)[”»\"’](?!\\p{L})");

  private final Segments segments;
  private final Shingles shingles;
  private final List<Repetition> found = new ArrayList<>();
  private final Map<String, Span> lines = new HashMap<>();

  private Repetitions(Segments segments) {
    this.segments = segments;
    this.shingles = new Shingles(segments);
  }

  /** In the order of the text; of two that say the same, the fuller stands, else the earlier. */
  public static List<Repetition> in(Segments segments) {
    var search = new Repetitions(segments);
    var boilerplate = Boilerplate.in(segments);
    var skipped = boilerplate.stream().map(Repetition::span).collect(Collectors.toSet());
    for (int i = 0; i < segments.paragraphs().size(); i++) {
      Pace.keep();
      if (!skipped.contains(segments.paragraphs().get(i).span())) {
        search.look(i);
      }
    }
    search.found.addAll(boilerplate);
    search.found.sort((a, b) -> a.span().compareTo(b.span()));
    return List.copyOf(search.found);
  }

  private void look(int index) {
    var paragraph = segments.paragraphs().get(index);
    if (paragraph.heading()) {
      quotation(index, paragraph);
    }
    for (var sentence : paragraph.sentences()) {
      int words = shingles.wordsIn(sentence);
      if (words >= 5) {
        repeated(index, paragraph, sentence);
      } else if (paragraph.sentences().size() == 1) {
        sameLine(index, sentence);
      }
    }
  }

  private void repeated(int index, Paragraph paragraph, Span sentence) {
    var best = shingles.best(shingles.of(sentence), index);
    if (best.containment() < ENOUGH || !yields(index, best.paragraph())) {
      return;
    }
    var other = segments.paragraphs().get(best.paragraph());
    if (other.sentences().size() > MANY) {
      return;
    }
    var original = closest(sentence, other);
    // A phrase that happens to stand inside a longer sentence is not yet the same statement.
    if (shingles.share(index, best.paragraph()) < ENOUGH && !alike(sentence, original)) {
      return;
    }
    boolean quotes =
        hasQuote(other.span()) && other.sentences().size() >= paragraph.sentences().size();
    var kind =
        best.containment() < 1
            ? Repetition.Kind.REWORDED
            : quotes ? Repetition.Kind.PULL_QUOTE : Repetition.Kind.EXACT;
    found.add(new Repetition(kind, sentence, original, best.containment()));
  }

  /** The one of which less is left beside the shared words gives way; of equals, the later. */
  private boolean yields(int index, int other) {
    double own = shingles.share(index, other);
    double theirs = shingles.share(other, index);
    return Math.abs(own - theirs) < 0.15 ? index > other : own > theirs;
  }

  private void quotation(int index, Paragraph heading) {
    var quoted = QUOTED.matcher(heading.span().of(segments.text()));
    while (quoted.find()) {
      var span =
          new Span(
              heading.span().start() + quoted.start(1), heading.span().start() + quoted.end(1));
      if (shingles.wordsIn(span) < 4) {
        continue;
      }
      var best = shingles.best(shingles.of(span), index);
      if (best.containment() >= ENOUGH) {
        var other = segments.paragraphs().get(best.paragraph());
        found.add(
            new Repetition(
                Repetition.Kind.HEADING_QUOTE, span, closest(span, other), best.containment()));
      }
    }
  }

  /** Credits and bylines are too short for runs of words: the same line again, letter by letter. */
  private void sameLine(int index, Span line) {
    var earlier = lines.putIfAbsent(line.of(segments.text()), line);
    if (earlier != null && index > 0) {
      found.add(new Repetition(Repetition.Kind.EXACT, line, earlier, 1));
    }
  }

  private Span closest(Span repeated, Paragraph other) {
    var runs = shingles.of(repeated);
    Span closest = other.span();
    long most = 0;
    for (var sentence : other.sentences()) {
      var own = shingles.of(sentence);
      long shared = runs.stream().filter(own::contains).count();
      if (shared > most) {
        most = shared;
        closest = sentence;
      }
    }
    return closest;
  }

  private boolean alike(Span one, Span other) {
    return shingles.of(one).size() >= ENOUGH * shingles.of(other).size();
  }

  private boolean hasQuote(Span span) {
    return span.of(segments.text()).chars().anyMatch(c -> "“”«»\"".indexOf(c) >= 0);
  }
}
