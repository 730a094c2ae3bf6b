package org.toguna.kit.marking;

import java.util.Arrays;
import java.util.List;

/** A JSON Pointer in which {@code *} stands for any element of an array: {@code /places/*}. */
record PointerPattern(List<String> steps) {
  static final String ANY = "*";

  static PointerPattern of(String text) {
    if (text.length() < 2 || !text.startsWith("/") || text.contains("~")) {
      throw new IllegalArgumentException(
          "A field is named by a plain JSON Pointer such as /places/*, not " + text);
    }
    return new PointerPattern(List.of(text.substring(1).split("/", -1)));
  }

  static List<PointerPattern> of(String... texts) {
    return Arrays.stream(texts).map(PointerPattern::of).toList();
  }

  PointerPattern and(PointerPattern further) {
    return new PointerPattern(
        java.util.stream.Stream.concat(steps.stream(), further.steps.stream()).toList());
  }

  boolean isPrefixOf(PointerPattern longer) {
    return steps.size() < longer.steps.size()
        && longer.steps.subList(0, steps.size()).equals(steps);
  }

  String top() {
    return steps.getFirst();
  }
}
