package org.toguna.kit.marking;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fine a place is, from coarse to fine; in Mali adm1 is a region and adm2 a cercle. */
@Schema(description = "How fine a place is, from coarse to fine.")
public enum PlaceLevel {
  country,
  adm1,
  adm2,
  adm3,
  village,
  site;

  public static Optional<PlaceLevel> named(String name) {
    for (PlaceLevel level : values()) {
      if (level.name().equals(name)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public boolean finerThan(PlaceLevel other) {
    return compareTo(other) > 0;
  }

  public PlaceLevel coarser(PlaceLevel other) {
    return finerThan(other) ? other : this;
  }
}
