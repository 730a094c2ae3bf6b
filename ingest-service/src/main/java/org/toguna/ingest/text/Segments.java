package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.List;

/** A canonical text cut into paragraphs and sentences, every offset kept. */
public record Segments(String text, List<Paragraph> paragraphs) {

  public static Segments of(CanonicalText canonical) {
    var text = canonical.value();
    var blocks = Lines.blocks(text);
    var paragraphs = new ArrayList<Paragraph>(blocks.size());
    int section = 0;
    // A text of nothing but headlines has no body that they could head.
    boolean body = blocks.stream().anyMatch(block -> !Headings.isHeading(block.of(text)));
    for (var block : blocks) {
      boolean heading = body && Headings.isHeading(block.of(text));
      section += heading ? 1 : 0;
      paragraphs.add(new Paragraph(block, SentenceBreaks.sentences(text, block), heading, section));
    }
    return new Segments(text, List.copyOf(paragraphs));
  }

  public List<Span> sentences() {
    return paragraphs.stream().flatMap(each -> each.sentences().stream()).toList();
  }

  /** The paragraph around an offset; between two, the one before. */
  public Paragraph paragraphAt(int offset) {
    int low = 0;
    int high = paragraphs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (paragraphs.get(middle).span().start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return paragraphs.get(low);
  }

  public Span sentenceAt(int offset) {
    var paragraph = paragraphAt(offset);
    Span found = paragraph.span();
    for (var sentence : paragraph.sentences()) {
      if (sentence.start() <= offset) {
        found = sentence;
      }
    }
    return found;
  }
}
