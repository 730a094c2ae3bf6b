package org.toguna.cases.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Reader;

/** The chain of agreements that each amend the next. */
@ApplicationScoped
class Amendments {
  private final Inspections inspections;

  Amendments(Inspections inspections) {
    this.inspections = inspections;
  }

  /** Whether the chain from an agreement comes to a certain one, as far as the reader sees it. */
  boolean leadTo(UUID certain, UUID from, Reader reader) {
    var passed = new HashSet<UUID>();
    @Nullable UUID at = from;
    while (at != null && passed.add(at)) {
      if (at.equals(certain)) {
        return true;
      }
      at =
          inspections
              .record(AgreementKind.NAME, at, reader)
              .flatMap(agreement -> Optional.ofNullable(agreement.path("amends").textValue()))
              .map(UUID::fromString)
              .orElse(null);
    }
    return false;
  }
}
