package org.toguna.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.toguna.kit.db.DatabaseTrouble;
import org.toguna.kit.signing.MerkleTree;

/** Seals, once a second, what was noted since the last seal. */
@ApplicationScoped
class AuditSealer {
  private static final Logger LOG = Logger.getLogger(AuditSealer.class);
  private static final long LOCK = 0x7365616cL;
  private final SealedEntries entries;
  private final Signer signer;
  private final HeadFile heads;
  private final CountDownLatch closing = new CountDownLatch(1);

  AuditSealer(SealedEntries entries, Signer signer, HeadFile heads) {
    this.entries = entries;
    this.signer = signer;
    this.heads = heads;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("audit-sealer").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    closing.countDown();
  }

  private void run() {
    try {
      while (!closing.await(1, TimeUnit.SECONDS)) {
        try {
          seal();
        } catch (SQLException | DatabaseTrouble | UncheckedIOException e) {
          LOG.warnf("Audit entries wait for their seal: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void seal() throws SQLException {
    try (Connection connection = entries.connection()) {
      connection.setAutoCommit(false);
      try {
        if (locked(connection)) {
          sealNext(connection);
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private void sealNext(Connection connection) throws SQLException {
    // A crash between commit and copy leaves one head uncopied: it is copied before the next seal.
    for (Seal seal : entries.sealsAfter(connection, heads.count())) {
      heads.append(seal.headLine());
    }
    Seal last = entries.last(connection).orElse(null);
    long number = last == null ? 0 : last.number();
    if (heads.count() > number) {
      LOG.error("The audit trail has lost seals that were copied outside; verify it now");
      return;
    }
    long from = last == null ? 0 : last.toXid();
    long to = entries.horizon(connection);
    MerkleTree tree = entries.tree(connection, from, to);
    if (tree.leaves() == 0) {
      return;
    }
    var seal =
        new Seal(
            number + 1,
            from,
            to,
            tree.leaves(),
            tree.root(),
            last == null ? Seal.NO_PREVIOUS : last.digest(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            new byte[0]);
    entries.add(connection, seal.signed(signer.sign(seal.statement())));
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
