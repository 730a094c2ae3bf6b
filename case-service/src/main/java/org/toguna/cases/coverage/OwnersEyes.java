package org.toguna.cases.coverage;

import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Tlp;

/** Markings of what is drawn from a list: never further than the list, never beyond its owner. */
public final class OwnersEyes {
  private OwnersEyes() {}

  /** The owner alone; of a RED list only those persons of the owner whom it names. */
  public static Marking of(Marking list) {
    return new Marking(
        list.tlp().stricter(Tlp.AMBER_STRICT),
        list.owner(),
        null,
        list.tlp() == Tlp.RED
            ? list.namedPersons().stream()
                .filter(person -> person.startsWith(list.owner() + "/"))
                .collect(java.util.stream.Collectors.toSet())
            : null,
        null,
        null);
  }
}
