package org.toguna.cases.incidents.counts;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.toguna.cases.counts.Folding;

/** Folds what was appended about incidents into their sums. */
@ApplicationScoped
class CountFolding {
  private static final long LOCK = 0x636f756e74L;
  private static final int AT_ONCE = 20_000;

  /**
   * Beside each type and span the sums keep all types together ({@code *}), and all spans ({@code
   * infinity} to {@code -infinity}, which no period overlaps): whoever leaves one open reads one
   * row.
   */
  private static final String FOLD =
      "with taken as (delete from incident_count_change where seq in (select seq from"
          + " incident_count_change order by seq limit "
          + AT_ONCE
          + ") returning *) insert into incident_count select md5(admits::text || bars::text)::uuid,"
          + " admits, bars, unit, parent, level, kept.month_from, kept.month_to, kept.type, sum(n) from"
          + " taken cross join lateral (values (taken.month_from, taken.month_to, taken.type),"
          + " (taken.month_from, taken.month_to, '*'), ('infinity', '-infinity', taken.type),"
          + " ('infinity', '-infinity', '*')) kept (month_from, month_to, type) group by admits, bars,"
          + " unit, parent, level, kept.month_from, kept.month_to, kept.type having sum(n) <> 0"
          + " on conflict (unit, parent, month_from, month_to, type, class) do update set n ="
          + " incident_count.n + excluded.n";

  private final Folding folding;

  CountFolding(
      @DataSource("system") AgroalDataSource system,
      @ConfigProperty(name = "toguna.counts.fold-every", defaultValue = "1S") Duration every) {
    this.folding =
        new Folding(
            system,
            every,
            new Folding.Sums(
                "incident-counts", LOCK, FOLD, "delete from incident_count where n = 0"));
  }

  void start(@Observes StartupEvent event) {
    folding.start();
  }

  void stop(@Observes ShutdownEvent event) {
    folding.stop();
  }
}
