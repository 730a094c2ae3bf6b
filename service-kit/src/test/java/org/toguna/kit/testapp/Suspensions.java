package org.toguna.kit.testapp;

import jakarta.inject.Singleton;
import org.toguna.kit.identity.OrganisationStanding;

@Singleton
class Suspensions implements OrganisationStanding {

  @Override
  public boolean isActive(String organisation) {
    return !organisation.equals("ngo-suspended");
  }
}
