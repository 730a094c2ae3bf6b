package org.toguna.actors;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.toguna.kit.records.Units;

/**
 * Tells the level of a unit by the length of its P-code, as OCHA builds them: this service keeps no
 * gazetteer, and takes whatever is no P-code of a unit for a place.
 */
@ApplicationScoped
class UnitsByCode implements Units {
  private static final Pattern P_CODE = Pattern.compile("[A-Z]{2}(\\d\\d){0,3}");
  private static final int PLACE = 4;

  @Override
  public OptionalInt level(String id) {
    return OptionalInt.of(P_CODE.matcher(id).matches() ? (id.length() - 2) / 2 : PLACE);
  }
}
