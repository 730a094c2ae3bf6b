package org.toguna.kit.marking;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who gets a record full and who gets to see it at all, as two sets of principals; the first is
 * part of the second.
 */
public record Audience(Set<String> full, Set<String> seen) {

  public Audience {
    full = narrowed(full);
    Set<String> all = new TreeSet<>(narrowed(seen));
    all.addAll(full);
    seen = Collections.unmodifiableSet(all);
  }

  /** Nobody at all. */
  public static Audience nobody() {
    return new Audience(Set.of(), Set.of());
  }

  /** The audience that a marking means. */
  public static Audience of(Marking marking) {
    if (marking.owner().isEmpty()) {
      throw new IllegalArgumentException("A marking without an owner admits nobody.");
    }
    Set<String> full = new TreeSet<>();
    marking.namedPersons().forEach(person -> full.add(Principal.person(person)));
    if (marking.tlp() != Tlp.RED) {
      full.add(Principal.organisation(marking.owner()));
      marking.sharedWith().forEach(partner -> full.add(Principal.organisation(partner)));
    }
    Set<String> seen = new TreeSet<>(full);
    switch (marking.tlp()) {
      case CLEAR -> seen.add(Principal.CLEAR);
      case GREEN -> seen.add(Principal.GREEN);
      case AMBER -> seen.add(Principal.AMBER);
      case AMBER_STRICT, RED -> {} // nobody beyond those named
    }
    return new Audience(full, seen);
  }

  /** The audience of what hangs on both: whoever gets both full, and whoever sees both. */
  public Audience intersect(Audience other) {
    return new Audience(common(full, other.full), common(seen, other.seen));
  }

  /** Of those it admits, its owner's people alone. */
  public Audience ownerAlone(String owner) {
    Set<String> own = Set.of(Principal.organisation(owner));
    return intersect(new Audience(own, own));
  }

  /**
   * Whom this leaves for a record of that organisation which hangs on it: those it admits, and,
   * where it admits nobody of theirs at all, they as well, who keep what they wrote.
   */
  public Audience leftFor(String organisation) {
    Set<String> own = Set.of(Principal.organisation(organisation));
    return intersect(new Audience(own, own)).seen().isEmpty()
        ? new Audience(either(full, own), either(seen, own))
        : this;
  }

  /** Those alone who get it in full: the owner's people, and whoever is named. */
  public Audience ofThoseInFull() {
    return new Audience(full, full);
  }

  /** In full for its owner's people alone; whoever else it admits sees it blurred. */
  public Audience fullForOwnerAlone(String owner) {
    return new Audience(ownerAlone(owner).full(), seen);
  }

  /** Which copy this reader gets, or none. */
  public Optional<View> viewOf(Reader reader) {
    Set<String> principals = reader.principals();
    if (!Collections.disjoint(full, principals)) {
      return Optional.of(View.FULL);
    }
    return Collections.disjoint(seen, principals) ? Optional.empty() : Optional.of(View.BLURRED);
  }

  /** Whom the full row admits; nothing bars them from it. */
  public Set<String> fullAdmits() {
    return full;
  }

  /** Whom the blurred row admits; empty if there is nobody to blur for. */
  public Set<String> blurredAdmits() {
    Set<String> rest = new TreeSet<>(seen);
    rest.removeIf(some -> full.stream().anyMatch(all -> Principal.covers(all, some)));
    return Collections.unmodifiableSet(rest);
  }

  /** Whom the blurred row bars, since they have the full one. */
  public Set<String> blurredBars() {
    return full;
  }

  /** The label of the widest circle that sees it; AMBER+STRICT where only those named do. */
  public Tlp widest() {
    return seen.contains(Principal.CLEAR)
        ? Tlp.CLEAR
        : seen.contains(Principal.GREEN)
            ? Tlp.GREEN
            : seen.contains(Principal.AMBER) ? Tlp.AMBER : Tlp.AMBER_STRICT;
  }

  public boolean hasBlurred() {
    return !blurredAdmits().isEmpty();
  }

  private static Set<String> either(Set<String> ones, Set<String> others) {
    Set<String> all = new TreeSet<>(ones);
    all.addAll(others);
    return all;
  }

  private static Set<String> common(Set<String> ones, Set<String> others) {
    Set<String> both = new TreeSet<>();
    for (String one : ones) {
      for (String other : others) {
        Principal.common(one, other).ifPresent(both::add);
      }
    }
    return both;
  }

  /** The same readers in as few words as possible. */
  private static Set<String> narrowed(Collection<String> principals) {
    Set<String> distinct = new TreeSet<>(principals);
    Set<String> few = new TreeSet<>(distinct);
    few.removeIf(
        inner ->
            distinct.stream()
                .anyMatch(outer -> !outer.equals(inner) && Principal.covers(outer, inner)));
    return Collections.unmodifiableSet(few);
  }
}
