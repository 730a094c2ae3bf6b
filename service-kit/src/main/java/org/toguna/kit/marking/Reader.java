package org.toguna.kit.marking;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks: their organisation, who they are in it, what they may do and up to which label they
 * are cleared.
 *
 * <p>The roles hold everything that the roles given imply, as far as they count in the reader's
 * organisation. A reader without an organisation sees what is CLEAR and nothing else, and the
 * operator of the registry no more than any organisation does, whatever their token says besides.
 */
public record Reader(@Nullable String organisation, String person, Set<Role> roles, Tlp clearance) {

  /** Stands where an organisation is named for those who did not sign in; none is called so. */
  public static final String WITHOUT_SIGNING_IN = "anyone";

  private static final Reader ANYONE = new Reader(null, WITHOUT_SIGNING_IN, Set.of(), Tlp.CLEAR);

  public Reader {
    roles = Collections.unmodifiableSet(Role.heldIn(organisation, roles));
    if (Role.OPERATORS.equals(organisation) && clearance.strictlyAbove(Tlp.GREEN)) {
      clearance = Tlp.GREEN;
    }
    if (organisation != null) {
      if (!Principal.ORGANISATION.matcher(organisation).matches()) {
        throw new IllegalArgumentException("Not the name of an organisation.");
      }
      if (!Principal.PERSON.matcher(person).matches() || !person.startsWith(organisation + "/")) {
        throw new IllegalArgumentException("A person is written organisation/name.");
      }
    }
  }

  /** Somebody who did not say who they are. */
  public static Reader anyone() {
    return ANYONE;
  }

  public boolean may(Role role) {
    return roles.contains(role);
  }

  public boolean isOf(String otherOrganisation) {
    return otherOrganisation.equals(organisation);
  }

  /** The words under which audiences admit this reader, in a stable order. */
  public Set<String> principals() {
    Set<String> principals = new TreeSet<>();
    principals.add(Principal.CLEAR);
    if (organisation != null) {
      principals.add(Principal.GREEN);
      principals.add(Principal.organisation(organisation));
      principals.add(Principal.person(person));
      if (!Tlp.AMBER.strictlyAbove(clearance)) {
        principals.add(Principal.AMBER);
        principals.add(Principal.organisationCleared(organisation));
        principals.add(Principal.personCleared(person));
      }
    }
    return Collections.unmodifiableSet(principals);
  }
}
