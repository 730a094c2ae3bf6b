package org.toguna.cases.agreements;

import com.fasterxml.jackson.databind.JsonNode;
import org.toguna.cases.inspection.Bounds;

/** How long an agreement can have been in force, as a view of it tells. */
public final class AgreementLife {

  private AgreementLife() {}

  /** From the first day on which it can have been agreed or come into force to its last. */
  public static Bounds of(JsonNode agreement) {
    Bounds agreed = Bounds.of(agreement.path("agreedOn"));
    Bounds inForce = Bounds.of(agreement.path("inForceFrom"));
    Bounds until = Bounds.of(agreement.path("until"));
    return new Bounds(agreed.from() == null ? inForce.from() : agreed.from(), until.to());
  }
}
