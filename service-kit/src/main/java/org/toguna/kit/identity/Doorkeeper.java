package org.toguna.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * Turns away, before anything is read, who cannot be a reader or whose organisation is suspended.
 */
class Doorkeeper {

  private final SecurityIdentity identity;
  private final CurrentReader current;
  private final OrganisationStanding standing;

  Doorkeeper(SecurityIdentity identity, CurrentReader current, OrganisationStanding standing) {
    this.identity = identity;
    this.current = current;
    this.standing = standing;
  }

  @ServerRequestFilter(priority = 1100)
  void admit() {
    if (identity.isAnonymous()) {
      return;
    }
    var organisation = current.get().organisation();
    if (organisation != null && !standing.isActive(organisation)) {
      throw new Refusal(
          ProblemType.ORGANISATION_SUSPENDED, Phrase.of("organisation-suspended.detail"));
    }
  }
}
