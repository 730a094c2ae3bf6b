package org.toguna.cases.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.counts.CountsInDivision;
import org.toguna.cases.counts.CountsInDivision.Counted;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.statistics.CountQuestion.By;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.RecordQuery;

/** The counts of {@link KeptCounts} by the units of another division: totals of the same lists. */
@ApplicationScoped
class DivisionCounts {
  private final CountsInDivision counts;
  private final CodeLists codes;

  DivisionCounts(CountsInDivision counts, CodeLists codes) {
    this.counts = counts;
    this.codes = codes;
  }

  @Nullable String other(@Nullable String division) {
    return counts.other(division);
  }

  RecordCounts counts(Reader reader, CountQuestion question, String division) {
    var counted = question.counted();
    if (!counted.placed) {
      throw Asked.bad("division", "What hangs on a case lies nowhere: leave division out.");
    }
    var unit = question.unit().isEmpty() ? null : question.unit();
    var query = query(question);
    long total = counts.total(reader, query, division, unit);
    var items =
        switch (question.by()) {
          case ALL -> List.<RecordCounts.Cell>of();
          case UNIT ->
              counts.byUnit(reader, query, division, unit).stream()
                  .map(n -> new RecordCounts.Cell(n.key(), null, null, null, null, n.n()))
                  .toList();
          case TYPE ->
              byCode(reader, question, division, unit).stream()
                  .map(n -> new RecordCounts.Cell(null, null, null, n.key(), null, n.n()))
                  .toList();
          case STATUS ->
              byCode(reader, question, division, unit).stream()
                  .map(n -> new RecordCounts.Cell(null, null, null, null, n.key(), n.n()))
                  .toList();
          case MONTH ->
              throw Asked.bad(
                  "by",
                  "In a division, ask by unit, type or %s; of a month, with from and to."
                      .formatted(counted.status));
        };
    var leftOut =
        question.leavesUndatedOut()
            ? counts.total(reader, query(question.leftOut()), division, unit)
            : null;
    return new RecordCounts(total, items, leftOut);
  }

  private List<Counted> byCode(
      Reader reader, CountQuestion question, String division, @Nullable String unit) {
    boolean types = question.by() == By.TYPE;
    var counted = question.counted();
    var asked = types ? question.type() : question.status();
    var list = codes.named(types ? counted.types : counted.statuses).orElseThrow().codes();
    return counts.byCode(
        reader,
        query(question),
        division,
        unit,
        asked == null ? list : List.of(asked),
        (_, code) ->
            query(
                types
                    ? new CountQuestion(
                        counted,
                        question.unit(),
                        question.from(),
                        question.to(),
                        question.undated(),
                        code,
                        question.status(),
                        question.by())
                    : new CountQuestion(
                        counted,
                        question.unit(),
                        question.from(),
                        question.to(),
                        question.undated(),
                        question.type(),
                        code,
                        question.by())));
  }

  private static RecordQuery query(CountQuestion question) {
    boolean stage = question.counted().kind.equals(CaseKind.NAME);
    YearMonth from = question.from();
    YearMonth to = question.to();
    return new RecordQuery(
        question.counted().kind,
        question.type(),
        stage ? null : question.status(),
        stage ? question.status() : null,
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
