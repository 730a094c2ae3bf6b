package org.toguna.kit.records;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.toguna.kit.db.Commits;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/** One transaction of one author: the policies of the database know who is at the desk. */
@ApplicationScoped
public class Desk {
  /** As the tables have it. */
  private static final Pattern OWNER = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private static final int TRIES = 3;

  private final EntityManager entities;

  Desk(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Runs the work in a transaction of its own, or in the one that is open. One of its own that the
   * database ended, so that another could go on, is begun again: the work does nothing that a
   * rollback does not undo.
   */
  public <T> T at(Reader author, Supplier<T> work) {
    mayOwn(author);
    boolean ours = QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE;
    for (int tries = 1; ; tries++) {
      try {
        return once(author, work, ours);
      } catch (RuntimeException e) {
        if (!ours || tries == TRIES || !Commits.gaveWay(e)) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Reader author, Supplier<T> work, boolean ours) {
    var toCommit = new AtomicBoolean();
    try {
      return QuarkusTransaction.joiningExisting()
          .call(
              () -> {
                enter(author);
                T done = work.get();
                if (ours) {
                  entities.flush();
                  toCommit.set(true);
                }
                return done;
              });
    } catch (RuntimeException e) {
      throw toCommit.get() ? Commits.failed(e) : e;
    }
  }

  /** Owners are named in topics, file names and settings, which take fewer characters. */
  private static void mayOwn(Reader author) {
    String organisation = author.organisation();
    if (organisation != null && !OWNER.matcher(organisation).matches()) {
      throw new Refusal(
          ProblemType.MALFORMED_REQUEST, Phrase.of("malformed-request.detail.owner", organisation));
    }
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
    String before = desk("off");
    try {
      T read = reading.get();
      desk(before);
      return read;
    } catch (Refusal refused) {
      desk(before); // whoever refuses one thing may go on with the next in the same transaction
      throw refused;
    }
  }

  /** Sets whether the transaction is at the desk, and answers with what it was. */
  private String desk(String onOrOff) {
    return withConnection(
        connection -> {
          try (PreparedStatement set =
              connection.prepareStatement(
                  "select coalesce(current_setting('toguna.desk', true), ''),"
                      + " set_config('toguna.desk', ?, true)")) {
            set.setString(1, onOrOff);
            try (var row = set.executeQuery()) {
              row.next();
              return row.getString(1);
            }
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
