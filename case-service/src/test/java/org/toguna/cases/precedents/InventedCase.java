package org.toguna.cases.precedents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as its views would tell of it, said in a few words; nothing is said that is left out. */
final class InventedCase {
  private static final Where NOWHERE =
      new Where(Arrays.asList(null, null, null, null, null), null, null);
  private static final Span NEVER = new Span(null, null);

  private final UUID id;
  private final List<Telling> told = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private Where place = NOWHERE;
  private Span when = NEVER;

  private InventedCase(int number) {
    this.id = id(number);
  }

  static InventedCase number(int number) {
    return new InventedCase(number);
  }

  static UUID id(int number) {
    return new UUID(0, number);
  }

  /** Codes of the case itself, such as {@code type:siege_lifting}. */
  InventedCase says(String... codes) {
    own.addAll(List.of(codes));
    return this;
  }

  /** What a record in it, or a crisis that it names, says. */
  InventedCase and(String kind, String... codes) {
    return and(kind, NEVER, codes);
  }

  InventedCase and(String kind, Span span, String... codes) {
    told.add(new Telling(UUID.randomUUID(), kind, Set.of(codes), NOWHERE, span));
    return this;
  }

  /** Country, region, cercle, commune and village; as far down as is told. */
  InventedCase at(String... units) {
    @Nullable String[] path = Arrays.copyOf(units, 5);
    place = new Where(Arrays.asList(path), null, null);
    return this;
  }

  InventedCase during(@Nullable String from, @Nullable String to) {
    when = span(from, to);
    return this;
  }

  static Span span(@Nullable String from, @Nullable String to) {
    return new Span(
        from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  Gathered gathered() {
    var gathered = new Gathered(id);
    gathered.take(new Telling(id, "case", Set.copyOf(own), place, when));
    told.forEach(gathered::take);
    return gathered;
  }

  Situation situation() {
    return gathered().situation();
  }
}
