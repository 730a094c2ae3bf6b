package org.toguna.kit.db;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.problems.Phrase;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;

/**
 * What a failed COMMIT means. The database said no, and nothing was written; or nobody heard what
 * it said, and then it may have been written all the same.
 */
public final class Commits {
  /** A deadlock that was found, and a conflict of two that read what the other wrote. */
  private static final Set<String> GAVE_WAY = Set.of("40P01", "40001");

  private Commits() {}

  /** What to throw in the place of what a transaction ended with after all its work was done. */
  public static RuntimeException failed(RuntimeException thrown) {
    Said said = said(thrown);
    if (said.brokenOff || said.sql != null && isUnanswered(said.sql.getSQLState())) {
      return new Refusal(ProblemType.OUTCOME_UNKNOWN, Phrase.of("outcome-unknown.detail"));
    }
    return said.sql == null ? thrown : new DatabaseTrouble(said.sql);
  }

  /** Whether the database ended it so that another transaction could go on; nothing is written. */
  public static boolean gaveWay(RuntimeException thrown) {
    SQLException sql = said(thrown).sql;
    return sql != null && GAVE_WAY.contains(String.valueOf(sql.getSQLState()));
  }

  private record Said(@Nullable SQLException sql, boolean brokenOff) {}

  private static Said said(RuntimeException thrown) {
    SQLException said = null;
    boolean brokenOff = false;
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<Throwable>();
    open.add(thrown);
    while (!open.isEmpty()) {
      Throwable one = open.remove();
      if (!seen.add(one)) {
        continue;
      }
      if (one instanceof SQLException sql && said == null) {
        said = sql;
      }
      brokenOff |= one instanceof IOException;
      // Transactions hand on what a resource threw as suppressed, not as a cause.
      open.addAll(Arrays.asList(one.getSuppressed()));
      if (one.getCause() != null) {
        open.add(one.getCause());
      }
    }
    return new Said(said, brokenOff);
  }

  /** Connections that break (08) and servers that are stopped (57P) leave a COMMIT unanswered. */
  private static boolean isUnanswered(@Nullable String state) {
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }
}
