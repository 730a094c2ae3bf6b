package org.toguna.cases.gazetteer.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.toguna.kit.outbox.OtherStates;

/** The gazetteer's entries, when all that siblings may know is said again. */
@ApplicationScoped
class PlacesSaidAgain implements OtherStates {
  @Override
  public void sayAgain(Connection system) throws SQLException {
    Upsert.tellAll(system);
  }
}
