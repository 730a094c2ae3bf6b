package org.toguna.ingest.text;

/** A stretch of canonical text, end exclusive, in UTF-16 code units. */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such stretch: " + start + ".." + end);
    }
  }

  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  public int length() {
    return end - start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public Span to(Span later) {
    return new Span(Math.min(start, later.start), Math.max(end, later.end));
  }

  @Override
  public int compareTo(Span other) {
    return start == other.start
        ? Integer.compare(end, other.end)
        : Integer.compare(start, other.start);
  }
}
