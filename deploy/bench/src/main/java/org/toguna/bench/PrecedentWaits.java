package org.toguna.bench;

import java.sql.SQLException;
import java.util.List;

/** How long one waits for the precedents of a case, at one size of the registry after another. */
final class PrecedentWaits {
  /** At the largest size of the design: 20,000 cases with 200,000 observations. */
  private static final double WITHIN_MS = 1_000;

  /** The same rows in the same order, with no policy to ask of any of them. */
  private static final String BARE =
      "with seen as materialized (select case_id, crises, record_id, kind, array_to_string(codes, ' ')"
          + " as codes, unit0, unit1, unit2, unit3, place, lat, lon, date_from, date_to from"
          + " precedent_feature where view = 'full') select case_id, record_id, kind, codes from seen"
          + " where case_id is not null union all select c.case_id, k.record_id, k.kind, k.codes from"
          + " (select case_id, unnest(crises) as crisis from seen where kind = 'case') c join seen k"
          + " on k.record_id = c.crisis and k.kind = 'crisis' order by case_id, record_id";

  private final CaseFamilies cases;
  private final Waits waits;
  private final List<String> readers;

  PrecedentWaits(RunningStack stack, CaseFamilies cases, Waits waits) {
    this.cases = cases;
    this.waits = waits;
    this.readers = Registry.tokens(stack, "reader", "reader");
  }

  void measure(Report report) throws SQLException {
    var outcome =
        waits.of(
            connection -> {
              connection.setAutoCommit(false); // or the driver would hold all rows at once
              var select = connection.prepareStatement(BARE);
              select.setFetchSize(1_000);
              return random -> {
                try (var rows = select.executeQuery()) {
                  while (rows.next()) {
                    rows.getString("codes");
                  }
                }
              };
            },
            (who, random) ->
                HttpConnection.Ask.get(
                    "/cases/v1/cases/%s/precedents"
                        .formatted(cases.recorded.get(random.nextInt(cases.recorded.size()))),
                    readers.get(who)));
    report.add(
        Row.atMost(
            "%,d cases: ten precedents of one, p50".formatted(cases.size()),
            " ms",
            outcome.asked().p50(),
            WITHIN_MS,
            "bare is to read what is compared; " + outcome.told()));
  }
}
