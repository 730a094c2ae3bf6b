package org.toguna.kit.marking;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words in which readers and audiences meet, and what two of them have in common.
 *
 * <p>{@code tlp:clear} is anyone, {@code tlp:green} anyone with an organisation, {@code tlp:amber}
 * whoever of these is cleared for AMBER; {@code org:a} and {@code person:a/x} are who they say, and
 * {@code org:a+amber}, {@code person+amber:a/x} the same if cleared for AMBER.
 */
final class Principal {
  static final String CLEAR = "tlp:clear";
  static final String GREEN = "tlp:green";
  static final String AMBER = "tlp:amber";

  // Neither '+' nor '/' nor ':', so that no organisation can be called like another's principal.
  static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  static final Pattern PERSON = Pattern.compile(ORGANISATION + "/[^\\p{Cntrl}]{1,128}");

  private static final String CLEARED = "+amber";

  private Principal() {}

  static String organisation(String name) {
    return "org:" + name;
  }

  static String organisationCleared(String name) {
    return "org:" + name + CLEARED;
  }

  static String person(String id) {
    return "person:" + id;
  }

  static String personCleared(String id) {
    return "person+amber:" + id;
  }

  /** The principal of exactly those readers who have both; empty if nobody can. */
  static Optional<String> common(String one, String other) {
    return Circle.of(one).common(Circle.of(other)).map(Circle::principal);
  }

  /** Whether every reader who has {@code inner} also has {@code outer}. */
  static boolean covers(String outer, String inner) {
    return common(outer, inner).equals(Optional.of(inner));
  }

  /**
   * A circle of readers: everyone, those with an organisation, one organisation or one person, each
   * with or without clearance for AMBER.
   */
  private record Circle(boolean signedIn, String organisation, String person, boolean cleared) {

    private static final String ANY = "";

    static Circle of(String principal) {
      int colon = principal.indexOf(':');
      String name = principal.substring(colon + 1);
      return switch (principal.substring(0, Math.max(colon, 0))) {
        case "tlp" ->
            switch (principal) {
              case CLEAR -> new Circle(false, ANY, ANY, false);
              case GREEN -> new Circle(true, ANY, ANY, false);
              case AMBER -> new Circle(true, ANY, ANY, true);
              default -> throw new IllegalArgumentException("No principal " + principal);
            };
        case "org" ->
            name.endsWith(CLEARED)
                ? new Circle(true, name.substring(0, name.length() - CLEARED.length()), ANY, true)
                : new Circle(true, name, ANY, false);
        case "person" -> new Circle(true, organisationOf(name), name, false);
        case "person+amber" -> new Circle(true, organisationOf(name), name, true);
        default -> throw new IllegalArgumentException("No principal " + principal);
      };
    }

    Optional<Circle> common(Circle other) {
      boolean strangers = differ(organisation, other.organisation) || differ(person, other.person);
      return strangers
          ? Optional.empty()
          : Optional.of(
              new Circle(
                  signedIn || other.signedIn,
                  either(organisation, other.organisation),
                  either(person, other.person),
                  cleared || other.cleared));
    }

    String principal() {
      if (!person.equals(ANY)) {
        return cleared ? personCleared(person) : Principal.person(person);
      }
      if (!organisation.equals(ANY)) {
        return cleared ? organisationCleared(organisation) : Principal.organisation(organisation);
      }
      return cleared ? AMBER : signedIn ? GREEN : CLEAR;
    }

    private static boolean differ(String one, String other) {
      return !one.equals(ANY) && !other.equals(ANY) && !one.equals(other);
    }

    private static String either(String one, String other) {
      return one.equals(ANY) ? other : one;
    }
  }

  static String organisationOf(String person) {
    int slash = person.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("A person is written organisation/name.");
    }
    return person.substring(0, slash);
  }
}
