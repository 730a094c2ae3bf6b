package org.toguna.kit.holders;

import java.util.Comparator;
import java.util.UUID;
import org.toguna.kit.marking.View;

/** An organisation that has read a view of a record. */
record Holder(UUID record, String organisation, View view) {
  /** All writers go through the rows in this order, so that none waits for another's. */
  static final Comparator<Holder> IN_ORDER =
      Comparator.comparing(Holder::record)
          .thenComparing(Holder::organisation)
          .thenComparing(Holder::view);
}
