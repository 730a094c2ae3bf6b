package org.toguna.kit.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Cut;
import org.toguna.kit.marking.DatePrecision;
import org.toguna.kit.marking.PlaceLevel;

/** How the database keeps cuts: as two small numbers, coarse to fine. */
final class Cuts {
  private static final String BOUND =
      "select place, date from cut_bound(?::uuid, ?::uuid[], ?::uuid[])";

  private static final String READY =
      "select place, date from cut_ready(?::uuid, ?::uuid[], ?::uuid[], ?, ?, ?)";

  private Cuts() {}

  static int place(Cut cut) {
    return cut.place().ordinal();
  }

  static int date(Cut cut) {
    return cut.date().ordinal();
  }

  static Cut of(int place, int date) {
    return new Cut(PlaceLevel.values()[place], DatePrecision.values()[date]);
  }

  /** The cut in two columns of a row; null where there is none. */
  static @Nullable Cut read(ResultSet row, String place, String date) throws SQLException {
    int finestPlace = row.getInt(place);
    if (row.wasNull()) {
      return null;
    }
    return of(finestPlace, row.getInt(date));
  }

  /**
   * What is left of the cut of a record that is about to be written: it holds until the transaction
   * ends, and no row of a view or a cut may have been written in it before.
   */
  static Cut ready(
      Connection connection,
      UUID id,
      Collection<UUID> parents,
      Collection<UUID> quoted,
      Cut own,
      @Nullable PlaceLevel floor)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READY)) {
      select.setObject(1, id);
      select.setArray(2, connection.createArrayOf("uuid", parents.toArray()));
      select.setArray(3, connection.createArrayOf("uuid", quoted.toArray()));
      select.setInt(4, place(own));
      select.setInt(5, date(own));
      select.setObject(6, floor == null ? null : floor.ordinal(), Types.INTEGER);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return of(row.getInt(1), row.getInt(2));
      }
    }
  }

  /** What everything that a record is joined with leaves of its own cut, as it is now. */
  static Cut bound(
      Connection connection, UUID id, Collection<UUID> parents, Collection<UUID> quoted)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BOUND)) {
      select.setObject(1, id);
      select.setArray(2, connection.createArrayOf("uuid", parents.toArray()));
      select.setArray(3, connection.createArrayOf("uuid", quoted.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return of(row.getInt(1), row.getInt(2));
      }
    }
  }
}
