package org.toguna.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

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
    return paragraphs.get(indexAt(offset));
  }

  /** Which paragraph that is. */
  public int indexAt(int offset) {
    return last(paragraphs.size(), i -> paragraphs.get(i).span().start() <= offset);
  }

  public Span sentenceAt(int offset) {
    var sentences = paragraphAt(offset).sentences();
    return sentences.get(last(sentences.size(), i -> sentences.get(i).start() <= offset));
  }

  /** The last of so many that still starts at or before something; the first if none does. */
  private static int last(int size, IntPredicate starts) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
