package org.toguna.kit.records;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;

/** One transaction of one author: the policies of the database know who is at the desk. */
@ApplicationScoped
public class Desk {
  private final EntityManager entities;

  Desk(EntityManager entities) {
    this.entities = entities;
  }

  /** Runs the work in a transaction of its own, or in the one that is open. */
  public <T> T at(Reader author, Supplier<T> work) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              enter(author);
              return work.get();
            });
  }

  private void enter(Reader author) {
    withConnection(
        connection -> {
          try (PreparedStatement context =
              connection.prepareStatement(
                  "select set_config('toguna.reader', ?, true),"
                      + " set_config('toguna.desk', 'on', true)")) {
            context.setString(1, ReaderSql.context(author));
            context.execute();
          }
          return true;
        });
  }

  /**
   * Reads as any reader does, also in the middle of a transaction: at the desk an owner's people
   * see every view of their records, the blurred one and those for named persons among them.
   */
  public <T> T aside(Supplier<T> reading) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      return reading.get();
    }
    atTheDesk("off");
    T read = reading.get(); // if it fails, so does the transaction
    atTheDesk("on");
    return read;
  }

  private void atTheDesk(String onOrOff) {
    withConnection(
        connection -> {
          try (PreparedStatement set =
              connection.prepareStatement("select set_config('toguna.desk', ?, true)")) {
            set.setString(1, onOrOff);
            return set.execute();
          }
        });
  }

  /** Work on the transaction's own connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Runs plain SQL inside the transaction, after what Hibernate still had to write. */
  public <T> T withConnection(Work<T> work) {
    try {
      return entities.unwrap(Session.class).doReturningWork(connection -> work.on(connection));
    } catch (org.hibernate.JDBCException e) {
      throw new DatabaseTrouble(e.getSQLException());
    }
  }

  void flush() {
    entities.flush();
  }
}
