package org.toguna.cases.gazetteer.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.toguna.cases.gazetteer.Likeness;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.names.Fold;

/**
 * Folds the gazetteer's names anew after names have come to be folded otherwise: once, in one
 * transaction, while no import runs. What breaks off begins again at the next start.
 */
@ApplicationScoped
class NamesAnew {
  private static final Logger LOG = Logger.getLogger(NamesAnew.class);

  private final AgroalDataSource system;

  NamesAnew(@DataSource("system") AgroalDataSource system) {
    this.system = system;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("names-anew").daemon().start(this::run);
  }

  private void run() {
    try (var connection = system.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int changed = fold(connection);
        connection.commit();
        if (changed > 0) {
          LOG.infof("names folded anew: %d", changed);
        }
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      LOG.warnf("names are folded anew at the next start: %s", e.getMessage());
    }
  }

  /** How many names were folded otherwise; none if they are of this edition already. */
  static int fold(Connection connection) throws SQLException {
    new SqlParts().add("select pg_advisory_xact_lock(?)", GazetteerImport.LOCK).execute(connection);
    try (var edition = connection.prepareStatement("select edition from names_folded");
        var row = edition.executeQuery()) {
      if (!row.next() || row.getInt(1) >= Fold.EDITION) {
        return 0;
      }
    }
    int changed = 0;
    try (var names =
            connection.prepareStatement("select ctid::text, name, folded, sound from place_name");
        var write =
            connection.prepareStatement(
                "update place_name set folded = ?, sound = ? where ctid = ?::tid")) {
      names.setFetchSize(1_000);
      try (var row = names.executeQuery()) {
        while (row.next()) {
          var folded = Fold.of(row.getString(2));
          var sound = Likeness.sound(row.getString(2));
          if (!folded.equals(row.getString(3)) || !sound.equals(row.getString(4))) {
            write.setString(1, folded);
            write.setString(2, sound);
            write.setString(3, row.getString(1));
            write.executeUpdate();
            changed++;
          }
        }
      }
    }
    new SqlParts()
        .add("update names_folded set edition = ?::int", Fold.EDITION)
        .execute(connection);
    return changed;
  }
}
