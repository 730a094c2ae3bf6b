package org.toguna.cases.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.places.Divisions;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordQuery;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Units;

/**
 * Counts by the units of another division than the one that records carry. They are not kept: each
 * is the total of the list that it counts.
 */
@ApplicationScoped
public class CountsInDivision {
  private static final String COUNTRY = "ML";

  private final RecordReads reads;
  private final Units units;
  private final Divisions divisions;

  CountsInDivision(RecordReads reads, Units units, Divisions divisions) {
    this.reads = reads;
    this.units = units;
    this.divisions = divisions;
  }

  /**
   * A count.
   *
   * @param key null for what has none of the keys
   */
  public record Counted(@Nullable String key, long n) {}

  /** The division that was asked for, if records carry another. */
  public @Nullable String other(@Nullable String division) {
    return division == null || divisions.reform(division).isEmpty() ? null : division;
  }

  /** How many lie in a unit of the division. */
  public long total(Reader reader, RecordQuery query, String division, @Nullable String unit) {
    return reads.total(reader, query.in(units.in(division, unit, false).orElseThrow()));
  }

  /** How many lie in each of the units within, and how many no file places in any of them. */
  public List<Counted> byUnit(
      Reader reader, RecordQuery query, String division, @Nullable String unit) {
    var country = divisions.reform(division).map(reform -> reform.country()).orElse(COUNTRY);
    var counts = new ArrayList<Counted>();
    if (unit == null) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER,
          "Parameter unit: a division is of a country; name it, such as unit=%s."
              .formatted(country));
    }
    for (var child : divisions.under(division, unit)) {
      add(counts, child, total(reader, query, division, child));
    }
    add(counts, null, reads.total(reader, query.in(units.in(division, unit, true).orElseThrow())));
    return counts;
  }

  /** How many have each of the codes, and how many have none. */
  public List<Counted> byCode(
      Reader reader,
      RecordQuery query,
      String division,
      @Nullable String unit,
      Collection<String> codes,
      CodeFilter filter) {
    var counts = new ArrayList<Counted>();
    long rest = total(reader, query, division, unit);
    for (var code : codes) {
      long n = total(reader, filter.by(query, code), division, unit);
      rest -= n;
      add(counts, code, n);
    }
    add(counts, null, rest);
    return counts;
  }

  /** A query narrowed to one code. */
  @FunctionalInterface
  public interface CodeFilter {
    RecordQuery by(RecordQuery query, String code);
  }

  private static void add(List<Counted> counts, @Nullable String key, long n) {
    if (n > 0) {
      counts.add(new Counted(key, n));
    }
  }
}
