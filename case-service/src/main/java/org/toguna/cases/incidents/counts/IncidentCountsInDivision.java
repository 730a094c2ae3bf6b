package org.toguna.cases.incidents.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.counts.CountsInDivision;
import org.toguna.cases.incidents.IncidentKind;
import org.toguna.cases.incidents.counts.CountFilters.Question;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordQuery;

/** The counts of {@link IncidentCounts} by the units of another division: totals of lists. */
@ApplicationScoped
class IncidentCountsInDivision {
  private final CountsInDivision counts;
  private final CodeLists codes;

  IncidentCountsInDivision(CountsInDivision counts, CodeLists codes) {
    this.counts = counts;
    this.codes = codes;
  }

  @Nullable String other(@Nullable String division) {
    return counts.other(division);
  }

  IncidentCount counts(Reader reader, Question question, String division) {
    var unit = question.unit().isEmpty() ? null : question.unit();
    var query = query(question, question.type());
    long total = counts.total(reader, query, division, unit);
    var items =
        switch (question.by()) {
          case ALL -> List.<IncidentCount.Cell>of();
          case UNIT ->
              counts.byUnit(reader, query, division, unit).stream()
                  .map(n -> new IncidentCount.Cell(n.key(), null, null, null, n.n()))
                  .toList();
          case TYPE -> {
            var list = codes.named("incident_type").orElseThrow().codes();
            var asked = question.type();
            yield counts
                .byCode(
                    reader,
                    query,
                    division,
                    unit,
                    asked == null ? list : List.of(asked),
                    (_, code) -> query(question, code))
                .stream()
                .map(n -> new IncidentCount.Cell(null, null, null, n.key(), n.n()))
                .toList();
          }
          case MONTH ->
              throw CountFilters.bad(
                  "by", "In a division, ask by unit or type; of a month, with from and to.");
        };
    var leftOut =
        question.leavesUndatedOut()
            ? counts.total(
                reader, query(question.leftOut(), question.type()), division, unit)
            : null;
    return new IncidentCount(total, items, leftOut);
  }

  private static RecordQuery query(Question question, @Nullable String type) {
    var from = question.from();
    var to = question.to();
    return new RecordQuery(
        IncidentKind.NAME,
        type,
        null,
        null,
        null,
        null,
        0,
        null,
        from == null ? null : from.atDay(1),
        to == null ? null : to.atEndOfMonth(),
        question.undated(),
        null,
        null,
        null,
        null,
        null,
        1);
  }
}
