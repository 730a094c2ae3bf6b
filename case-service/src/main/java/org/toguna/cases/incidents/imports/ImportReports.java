package org.toguna.cases.incidents.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.incidents.imports.RowOutcome.Kind;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.db.SqlParts;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.Refusal;

/** What an organisation reads of its jobs: how far they came, and what became of each row. */
@ApplicationScoped
class ImportReports {
  private static final String JOB =
      "select i.id, i.state, i.dry_run, i.edition, i.marking, i.person, i.posted_at, i.ended_at,"
          + " i.of, i.position, i.busy_ms, i.file_key is not null as kept_file, o.* from"
          + " incident_import i, lateral (select count(*) filter (where r.outcome = 'created'),"
          + " count(*) filter (where r.outcome = 'unchanged'), count(*) filter (where r.outcome ="
          + " 'revised'), count(*) filter (where r.outcome = 'rejected'), count(*) filter (where"
          + " r.outcome = 'undone'), count(*) filter (where r.outcome = 'kept'), count(*) filter"
          + " (where r.flags <> '{}') from incident_import_row r where r.import_id = i.id) o"
          + " (created, unchanged, revised, rejected, undone, kept, flagged) where ";
  private static final String ROWS =
      "select line, outcome, external_id, record_id, flags, pointer, code, detail from"
          + " incident_import_row where import_id = ?::uuid";

  private final ReaderSql sql;
  private final ObjectMapper mapper;

  ImportReports(ReaderSql sql, ObjectMapper mapper) {
    this.sql = sql;
    this.mapper = mapper;
  }

  ImportJob one(Reader reader, UUID id) {
    return sql.query(
            reader,
            JOB + "i.id = ?::uuid",
            List.of(id),
            row -> row.next() ? Optional.of(job(row)) : Optional.<ImportJob>empty())
        .orElseThrow(Refusal::notFound);
  }

  /** Jobs, latest first, after one of them. */
  List<ImportJob> latest(
      Reader reader, @Nullable Instant postedBefore, @Nullable UUID after, int limit) {
    var parts = new SqlParts().add(JOB);
    if (postedBefore == null || after == null) {
      parts.add("true");
    } else {
      parts.add(
          "(i.posted_at, i.id) < (?::timestamptz, ?::uuid)", Timestamp.from(postedBefore), after);
    }
    parts.add(" order by i.posted_at desc, i.id desc limit " + limit);
    return sql.query(
        reader,
        parts.sql(),
        parts.parameters(),
        rows -> {
          var jobs = new ArrayList<ImportJob>();
          while (rows.next()) {
            jobs.add(job(rows));
          }
          return jobs;
        });
  }

  /** The outcomes of rows after a line, in the order of the file. */
  List<RowOutcome> rows(
      Reader reader, UUID id, @Nullable String outcome, boolean flagged, int after, int limit) {
    var parts = new SqlParts().add(ROWS, id);
    narrow(parts, outcome, flagged);
    parts.add(" and line > ?::int", after);
    parts.add(" order by line limit " + limit);
    return sql.query(
        reader,
        parts.sql(),
        parts.parameters(),
        rows -> {
          var outcomes = new ArrayList<RowOutcome>();
          while (rows.next()) {
            outcomes.add(row(rows));
          }
          return outcomes;
        });
  }

  long count(Reader reader) {
    return number(reader, new SqlParts().add("select count(*) from incident_import"));
  }

  long count(Reader reader, UUID id, @Nullable String outcome, boolean flagged) {
    var parts =
        new SqlParts()
            .add("select count(*) from incident_import_row where import_id = ?::uuid", id);
    narrow(parts, outcome, flagged);
    return number(reader, parts);
  }

  private static void narrow(SqlParts parts, @Nullable String outcome, boolean flagged) {
    if (outcome != null) {
      parts.add(" and outcome = ?::text", outcome);
    }
    if (flagged) {
      parts.add(" and flags <> '{}'");
    }
  }

  private long number(Reader reader, SqlParts parts) {
    return sql.query(
        reader,
        parts.sql(),
        parts.parameters(),
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  private ImportJob job(ResultSet row) throws SQLException {
    int of = row.getInt("of");
    int position = row.getInt("position");
    long busy = row.getLong("busy_ms");
    String state = row.getString("state");
    Double rate = busy == 0 || position == 0 ? null : Double.valueOf(position * 1000.0 / busy);
    boolean running = state.equals("running") || state.equals("undoing");
    Timestamp ended = row.getTimestamp("ended_at");
    return new ImportJob(
        row.getObject("id", UUID.class),
        state,
        row.getBoolean("dry_run"),
        row.getString("edition"),
        marking(row.getString("marking")),
        row.getString("person"),
        row.getTimestamp("posted_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        of,
        position,
        new ImportJob.Outcomes(
            row.getInt("created"),
            row.getInt("unchanged"),
            row.getInt("revised"),
            row.getInt("rejected"),
            row.getInt("undone"),
            row.getInt("kept"),
            row.getInt("flagged")),
        row.getBoolean("kept_file") && state.equals("done") && row.getInt("rejected") > 0,
        rate == null ? null : Double.valueOf(Math.round(rate * 10) / 10.0),
        rate == null || !running ? null : Integer.valueOf((int) Math.ceil((of - position) / rate)));
  }

  private static RowOutcome row(ResultSet row) throws SQLException {
    return new RowOutcome(
        row.getInt(1),
        Kind.of(row.getString(2)),
        row.getString(3),
        row.getObject(4, UUID.class),
        List.of((String[]) row.getArray(5).getArray()),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  Marking marking(String json) {
    try {
      return mapper.readValue(json, Marking.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
