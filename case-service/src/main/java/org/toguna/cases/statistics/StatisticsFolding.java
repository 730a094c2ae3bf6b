package org.toguna.cases.statistics;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.cases.counts.Folding;

/** Folds what was appended about cases, crises and terms into their sums. */
@ApplicationScoped
class StatisticsFolding {
  private static final long LOCK = 0x7265636f726473L;

  /**
   * Beside each type, status and span the sums keep all types together and all statuses ({@code
   * *}), and all spans ({@code infinity} to {@code -infinity}, which no period overlaps): whoever
   * leaves one open reads one row.
   */
  private static final String FOLD =
      """
      with taken as (
        delete from record_count_change
        where seq in (select seq from record_count_change order by seq limit 5000) returning *)
      insert into record_count
      select md5(admits::text || bars::text)::uuid, kind, admits, bars, unit, parent, span.month_from, span.month_to, types.type, statuses.status, sum(n)
      from taken
      cross join lateral
        (values (taken.month_from, taken.month_to), ('infinity', '-infinity')) span (month_from, month_to)
      cross join lateral (values (taken.type), ('*')) types (type)
      cross join lateral (values (taken.status), ('*')) statuses (status)
      group by kind, admits, bars, unit, parent, span.month_from, span.month_to,
               types.type, statuses.status
      having sum(n) <> 0
      on conflict (kind, unit, type, status, month_from, month_to, parent, class)
        do update set n = record_count.n + excluded.n""";

  private final Folding folding;

  StatisticsFolding(
      @DataSource("system") AgroalDataSource system,
      @ConfigProperty(name = "toguna.counts.fold-every", defaultValue = "1S") Duration every) {
    this.folding =
        new Folding(
            system,
            every,
            new Folding.Sums("record-counts", LOCK, FOLD, "delete from record_count where n = 0"));
  }

  void start(@Observes StartupEvent event) {
    folding.start();
  }

  void stop(@Observes ShutdownEvent event) {
    folding.stop();
  }
}
