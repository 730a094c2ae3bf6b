package org.toguna.kit.codelists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One list as its file has it: a name, a version that only grows, and its codes in order. */
public record CodeList(
    String name,
    int version,
    Map<String, String> label,
    @Nullable String source,
    @Nullable String status,
    List<Entry> entries) {

  /** One code; {@code broader} names another of the same list. */
  public record Entry(
      String code,
      Map<String, String> label,
      @Nullable Map<String, String> description,
      @Nullable String broader,
      @Nullable Map<String, String> crosswalk) {}

  public List<String> codes() {
    return entries.stream().map(Entry::code).toList();
  }

  public Optional<Entry> entry(String code) {
    return entries.stream().filter(entry -> entry.code.equals(code)).findFirst();
  }

  /**
   * What breaks the promise that codes stay for good, seen from an earlier version of the same
   * list: codes taken away, or a change without a new version.
   */
  public List<String> brokenPromises(CodeList earlier) {
    var broken = new ArrayList<String>();
    earlier.codes().stream()
        .filter(code -> !codes().contains(code))
        .forEach(code -> broken.add("%s: the code %s was removed".formatted(name, code)));
    if (version < earlier.version || version == earlier.version && !equals(earlier)) {
      broken.add("%s: changed, but its version is still %d".formatted(name, version));
    }
    return broken;
  }
}
