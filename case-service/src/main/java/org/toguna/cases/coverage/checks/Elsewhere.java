package org.toguna.cases.coverage.checks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gazetteer holds beside the census: places of other units, and of other dates. */
interface Elsewhere {

  /**
   * @param unit the finest unit that it lies in
   * @param there whether the gazetteer has it on the date asked for
   * @param inside whether it lies in the unit that is checked
   */
  record Found(
      CensusPlace place,
      @Nullable String unit,
      @Nullable String unitName,
      boolean there,
      boolean inside) {}

  /** Places outside the unit, there on the date, by squeezed name. */
  Map<String, List<Found>> called(Collection<String> squeezed);

  /** Places wherever and whenever, by id. */
  Map<String, Found> places(Collection<String> ids);
}
