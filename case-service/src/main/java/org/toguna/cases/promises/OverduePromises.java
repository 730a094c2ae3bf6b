package org.toguna.cases.promises;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.endpoints.FilterRules;
import org.toguna.kit.endpoints.RecordEndpoint;
import org.toguna.kit.endpoints.RecordFilters;
import org.toguna.kit.paging.PageQuery;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordQuery;

/** What was promised, is open, and is past the last day on which it can have been due. */
@Singleton
class OverduePromises {
  private final RecordEndpoint records;
  private final FilterRules rules;
  private final Clock clock = Clock.systemUTC();

  OverduePromises(RecordEndpoint records, FilterRules rules) {
    this.records = records;
    this.rules = rules;
  }

  RecordEndpoint.ServedPage overdue(RecordFilters filters, PageQuery paging) {
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    return records.page(
        "overdue promises\n" + filters.canonical(),
        after -> overdue(filters.query(PromiseKind.NAME, rules, after, paging.limit()), yesterday),
        paging);
  }

  private static RecordQuery overdue(RecordQuery asked, LocalDate yesterday) {
    boolean contradictory =
        (asked.status() != null && !asked.status().equals("open")) || asked.stage() != null;
    if (contradictory) {
      throw new Refusal(
          ProblemType.BAD_PARAMETER,
          "Parameter overdue: what is overdue is open; leave status and stage out.");
    }
    return new RecordQuery(
        asked.kind(),
        asked.type(),
        "open",
        PromiseKind.DUE,
        asked.tlp(),
        asked.unit(),
        asked.unitLevel(),
        asked.box(),
        asked.from(),
        earlier(asked.to(), yesterday),
        asked.undated(),
        asked.actor(),
        asked.link(),
        asked.updatedSince(),
        asked.text(),
        asked.after(),
        asked.limit(),
        asked.division());
  }

  private static LocalDate earlier(@Nullable LocalDate asked, LocalDate yesterday) {
    return asked == null || asked.isAfter(yesterday) ? yesterday : asked;
  }
}
