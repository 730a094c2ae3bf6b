package org.toguna.kit.marking;

import java.util.Set;
import java.util.TreeSet;

/** How two markings of one thing are brought under one that is no wider than either. */
final class Strictness {

  private Strictness() {}

  static Marking of(Marking one, Marking other) {
    Set<String> persons = new TreeSet<>();
    one.namedPersons().stream().filter(person -> admits(other, person)).forEach(persons::add);
    other.namedPersons().stream().filter(person -> admits(one, person)).forEach(persons::add);

    Set<String> partners = new TreeSet<>(circle(one));
    partners.retainAll(circle(other));

    // An owner whom the other marking leaves out cannot stay the owner of an open record.
    Tlp tlp = partners.contains(one.owner()) ? one.tlp().stricter(other.tlp()) : Tlp.RED;
    partners.remove(one.owner());
    return new Marking(
        tlp,
        one.owner(),
        tlp == Tlp.RED ? Set.of() : partners,
        persons,
        one.finestPlace().coarser(other.finestPlace()),
        one.finestDate().coarser(other.finestDate()));
  }

  private static boolean admits(Marking marking, String person) {
    return marking.namedPersons().contains(person)
        || circle(marking).contains(Principal.organisationOf(person));
  }

  /** The organisations that get it full. */
  private static Set<String> circle(Marking marking) {
    Set<String> organisations = new TreeSet<>();
    if (marking.tlp() != Tlp.RED) {
      organisations.add(marking.owner());
      organisations.addAll(marking.sharedWith());
    }
    return organisations;
  }
}
