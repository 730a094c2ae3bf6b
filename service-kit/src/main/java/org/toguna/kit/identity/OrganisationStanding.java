package org.toguna.kit.identity;

/** Knows which organisations may use the registry just now. */
public interface OrganisationStanding {

  /** Asked with every authenticated request, so it answers from memory. */
  boolean isActive(String organisation);
}
