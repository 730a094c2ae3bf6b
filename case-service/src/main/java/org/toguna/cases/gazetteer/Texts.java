package org.toguna.cases.gazetteer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short texts in one array of bytes: a third of what as many strings would take. */
final class Texts {
  private final byte[] bytes;
  private final int[] ends;

  private Texts(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  String get(int number) {
    int from = start(number);
    return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
  }

  boolean equals(int number, String text) {
    var wanted = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes, start(number), ends[number], wanted, 0, wanted.length);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** Collects the texts. */
  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final IntList ends = new IntList();

    void add(String text) {
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      ends.add(bytes.size());
    }

    Texts done() {
      return new Texts(bytes.toByteArray(), ends.toArray());
    }
  }
}
