package org.toguna.kit.db;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commits what many hand in, with one commit for all who came meanwhile. */
public final class GroupCommit<T> {
  private static final int LARGEST_GROUP = 500;
  private static final int LONGEST_QUEUE = 10_000;
  private static final long PATIENCE_MILLIS = 2_500;

  private final String name;
  private final AgroalDataSource database;
  private final Writer<T> writer;
  private final ArrayBlockingQueue<Waiting<T>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private volatile boolean open = true;

  /**
   * @param name what is committed, as the thread is called that does it
   * @param database whose connections take part in no transaction of a request
   */
  public GroupCommit(String name, AgroalDataSource database, Writer<T> writer) {
    this.name = name;
    this.database = database;
    this.writer = writer;
  }

  /** Writes a group within a transaction that is committed after it. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(Connection connection, List<T> group) throws SQLException;
  }

  /** What was handed in and may not be committed yet. */
  @FunctionalInterface
  public interface Pending {
    Pending NOTHING = () -> {};

    /**
     * Waits until it is committed.
     *
     * @throws DatabaseTrouble if it was not in time: then nothing may be shown
     */
    void await();
  }

  private record Waiting<T>(T what, CompletableFuture<Void> committed) {}

  public void start() {
    Thread.ofPlatform().name(name).daemon().start(this::commitGroups);
  }

  public void stop() {
    open = false;
  }

  /**
   * @throws DatabaseTrouble if too many wait already
   */
  public Pending submit(T what) {
    var waiting = new Waiting<>(what, new CompletableFuture<>());
    try {
      if (!queue.offer(waiting, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new DatabaseTrouble(
            new SQLException("The queue of the %s is full.".formatted(name), "53000"));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return () -> await(waiting.committed());
  }

  private static void await(CompletableFuture<Void> committed) {
    try {
      committed.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new DatabaseTrouble(new SQLException("An entry was not committed.", "08006", e));
    }
  }

  private static DatabaseTrouble interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new DatabaseTrouble(new SQLException("Interrupted while noting.", "57014", cause));
  }

  private void commitGroups() {
    var group = new ArrayList<Waiting<T>>(LARGEST_GROUP);
    while (open || !queue.isEmpty()) {
      try {
        Waiting<T> first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        group.add(first);
        queue.drainTo(group, LARGEST_GROUP - 1);
        commit(group.stream().map(Waiting::what).toList());
        group.forEach(waiting -> waiting.committed().complete(null));
      } catch (InterruptedException e) {
        open = false;
      } catch (SQLException | RuntimeException e) {
        group.forEach(waiting -> waiting.committed().completeExceptionally(e));
      }
      group.clear();
    }
  }

  private void commit(List<T> group) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        writer.write(connection, group);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
