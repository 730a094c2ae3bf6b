package org.toguna.cases.gazetteer.imports;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.csv.Row;
import org.toguna.cases.csv.RowFlaw;
import org.toguna.cases.gazetteer.imports.UnitEntry.Details;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.UncertainDate;

/** Days of a row that cannot be: the row is taken as stated, and flagged. */
final class RowDays {
  static final String ODD = "odd-day";

  private RowDays() {}

  /** A validity may end some years ahead and have begun long ago; no source is of days to come. */
  static boolean areOdd(Row row, Details details) throws RowFlaw {
    Set<MayLie.Beyond> anywhere = EnumSet.allOf(MayLie.Beyond.class);
    return isOdd(row.date("source_date"), EnumSet.noneOf(MayLie.Beyond.class))
        || isOdd(details.validFrom(), anywhere)
        || isOdd(details.validTo(), anywhere);
  }

  private static boolean isOdd(@Nullable LocalDate day, Set<MayLie.Beyond> allowed) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return day != null
        && PossibleDays.oddity(UncertainDate.of(day), allowed, today, JsonPointer.empty())
            .isPresent();
  }
}
