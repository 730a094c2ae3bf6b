package org.toguna.cases.incidents.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.toguna.cases.csv.Row;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.Desk;

/**
 * One batch of a job in one transaction: its records, what became of its rows, and how far the job
 * has come, all or nothing. A batch that cannot be stored is tried again row by row.
 */
@ApplicationScoped
class ImportBatches {
  private static final int ROWS = 100;

  private final Desk desk;
  private final ImportReports reports;
  private final ImportFiles files;
  private final ImportStep step;
  private final ImportUndo undo;

  ImportBatches(
      Desk desk, ImportReports reports, ImportFiles files, ImportStep step, ImportUndo undo) {
    this.desk = desk;
    this.reports = reports;
    this.files = files;
    this.step = step;
    this.undo = undo;
  }

  /**
   * Whether there was something to do.
   *
   * @param open files in the middle of being read, by job
   */
  boolean work(UUID job, Reader author, Map<UUID, OpenFile> open) {
    try {
      return batch(job, author, open, ROWS, false);
    } catch (RuntimeException e) {
      if (!Storable.isFaultOfTheRows(e)) {
        throw e;
      }
    }
    boolean worked = true;
    for (int i = 0; i < ROWS && worked; i++) {
      try {
        worked = batch(job, author, open, 1, false);
      } catch (RuntimeException e) {
        if (!Storable.isFaultOfTheRows(e)) {
          throw e;
        }
        worked = batch(job, author, open, 1, true);
      }
    }
    return true;
  }

  private boolean batch(
      UUID job, Reader author, Map<UUID, OpenFile> open, int most, boolean reject) {
    long began = System.nanoTime();
    return desk.at(
        author,
        () -> {
          Optional<Work> taken = desk.withConnection(connection -> Work.take(connection, job));
          if (taken.isEmpty()) {
            return false;
          }
          Work work = taken.get();
          boolean ended;
          int rows;
          if (work.isUndoing()) {
            ImportUndo.Undone undone = undo.undo(work, most, author);
            rows = undone.rows();
            ended = undone.ended();
          } else {
            OpenFile file = file(work, author, open);
            List<Row> next = file.next(most);
            rows = next.size();
            ended = rows < most || file.position() >= work.of();
            if (reject) {
              next.forEach(row -> step.reject(work, row));
            } else {
              step.take(work, reports.marking(work.marking()), next, file.names(), author);
            }
          }
          finish(work, rows, ended, Duration.ofNanos(System.nanoTime() - began));
          return true;
        });
  }

  /** Where the last committed batch ended, whatever this process had read ahead. */
  private OpenFile file(Work work, Reader author, Map<UUID, OpenFile> open) {
    OpenFile file = open.get(work.id());
    if (file != null && file.position() == work.position()) {
      return file;
    }
    if (file != null) {
      file.close();
      open.remove(work.id());
    }
    byte[] key = work.fileKey();
    if (key == null) {
      throw new IllegalStateException("Import " + work.id() + " has lost its file.");
    }
    UnitNames names = desk.withConnection(UnitNames::read);
    var opened = new OpenFile(new GedFile(files.open(author, work.id(), key)), names);
    opened.skipTo(work.position());
    open.put(work.id(), opened);
    return opened;
  }

  private void finish(Work work, int rows, boolean ended, Duration took) {
    desk.withConnection(
        connection -> {
          work.goOn(connection, rows, ended, took);
          if (ended && !work.isUndoing() && !hasRejected(connection, work.id())) {
            files.forget(connection, work.id());
          }
          return true;
        });
  }

  private static boolean hasRejected(Connection connection, UUID job) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select exists (select from incident_import_row where import_id = ? and outcome ="
                + " 'rejected')")) {
      select.setObject(1, job);
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
