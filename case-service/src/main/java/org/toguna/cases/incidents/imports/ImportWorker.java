package org.toguna.cases.incidents.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.toguna.kit.identity.OrganisationStanding;
import org.toguna.kit.marking.Reader;

/**
 * Works off the jobs, a batch of one and then a batch of the next, from wherever the last process
 * left them. Several instances may work: a job is in one hand at a time.
 */
@ApplicationScoped
class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final long LOOKS_EVERY_MILLIS = 500;
  private static final int FILE_KEPT_DAYS = 30;
  private static final long LOOKS_FOR_OLD_FILES_EVERY = TimeUnit.HOURS.toNanos(1);

  private final AgroalDataSource system;
  private final ImportBatches batches;
  private final OrganisationStanding standing;
  private final boolean works;
  private final Semaphore news = new Semaphore(0);
  private final Map<UUID, OpenFile> open = new HashMap<>();
  private volatile boolean stopping;
  private long lookedForOldFiles = System.nanoTime() - LOOKS_FOR_OLD_FILES_EVERY;

  ImportWorker(
      @DataSource("system") AgroalDataSource system,
      ImportBatches batches,
      OrganisationStanding standing,
      @ConfigProperty(name = "toguna.imports.work", defaultValue = "true") boolean works) {
    this.system = system;
    this.batches = batches;
    this.standing = standing;
    this.works = works;
  }

  void start(@Observes StartupEvent event) {
    if (works) {
      Thread.ofPlatform().name("incident-imports").daemon().start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    wake();
  }

  void wake() {
    news.release();
  }

  private void run() {
    while (!stopping) {
      try {
        if (!workOnce()) {
          forgetOldFiles();
          rest();
        }
      } catch (SQLException | RuntimeException e) {
        // Whatever went wrong, the job stands where its last transaction left it.
        LOG.warnf("Imports go on later: %s", e.getMessage());
        rest();
      }
    }
  }

  private boolean workOnce() throws SQLException {
    List<Ticket> waiting = waiting();
    open.keySet()
        .removeIf(
            id -> {
              boolean over = waiting.stream().noneMatch(ticket -> ticket.id().equals(id));
              if (over) {
                open.get(id).close();
              }
              return over;
            });
    boolean worked = false;
    for (Ticket ticket : waiting) {
      if (stopping) {
        break;
      }
      if (standing.isActive(ticket.owner())) {
        worked |= work(ticket);
      } else {
        toTheEnd(ticket);
      }
    }
    return worked;
  }

  /**
   * A job that cannot go on stands where its last batch left it, and goes to the end of the line.
   */
  private boolean work(Ticket ticket) throws SQLException {
    try {
      return batches.work(ticket.id(), ticket.author(), open);
    } catch (RuntimeException e) {
      LOG.warnf("Import %s goes on later: %s", ticket.id(), e.getMessage());
      toTheEnd(ticket);
      return false;
    }
  }

  private void toTheEnd(Ticket ticket) throws SQLException {
    try (Connection connection = system.getConnection();
        var last =
            connection.prepareStatement(
                "update incident_import set worked_at = now() where id = ?")) {
      last.setObject(1, ticket.id());
      last.executeUpdate();
    }
  }

  /** A job that waits, and in whose name it is done. */
  private record Ticket(UUID id, String owner, String person, String clearance) {
    Reader author() {
      return ImportJobs.author(owner, person, clearance);
    }
  }

  private List<Ticket> waiting() throws SQLException {
    try (Connection connection = system.getConnection();
        var select =
            connection.prepareStatement(
                "select id, owner, acting, clearance from incident_import where state in"
                    + " ('waiting', 'running', 'undoing') order by worked_at nulls first, posted_at"
                    + " limit 8");
        var rows = select.executeQuery()) {
      var tickets = new ArrayList<Ticket>();
      while (rows.next()) {
        tickets.add(
            new Ticket(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4)));
      }
      return tickets;
    }
  }

  private void forgetOldFiles() throws SQLException {
    if (System.nanoTime() - lookedForOldFiles < LOOKS_FOR_OLD_FILES_EVERY) {
      return;
    }
    lookedForOldFiles = System.nanoTime();
    try (Connection connection = system.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "with old as (update incident_import set file_key = null where file_key is not null and"
              + " ended_at < now() - make_interval(days => "
              + FILE_KEPT_DAYS
              + ") returning id) delete from incident_import_chunk c using old where c.import_id ="
              + " old.id");
    }
  }

  private void rest() {
    try {
      if (news.tryAcquire(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
