package org.toguna.cases.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.coverage.CoverageListKind;
import org.toguna.cases.incidents.IncidentKind;
import org.toguna.cases.inspection.Bounds;
import org.toguna.kit.db.ReaderSql;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.View;
import org.toguna.kit.problems.ProblemType;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.records.RecordJson;
import org.toguna.kit.records.RecordKinds;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.records.Served;

/**
 * Incidents in the places of an agreement, or of a coverage list, for those who get it in full: who
 * could ask it of a blurred one would learn its places from the numbers.
 */
@ApplicationScoped
class Violence {
  private static final String INCIDENTS =
      "select date_from, date_to from record_view where kind = ?::text and (date_from is null or"
          + " date_from <= ?::date) and (date_to is null or date_to >= ?::date) and (?::text is"
          + " null or type = ?::text) and (place = any (?::text[]) or unit0 = any (?::text[]) or"
          + " unit1 = any (?::text[]) or unit2 = any (?::text[]) or unit3 = any (?::text[]))";

  private final RecordReads reads;
  private final RecordJson json;
  private final RecordKinds kinds;
  private final ReaderSql sql;
  private final Clock clock = Clock.systemUTC();

  Violence(RecordReads reads, RecordJson json, RecordKinds kinds, ReaderSql sql) {
    this.reads = reads;
    this.json = json;
    this.kinds = kinds;
    this.sql = sql;
  }

  /**
   * @throws Refusal not found, or not allowed for those who get it blurred
   */
  ViolenceAnswer ofAgreement(Reader reader, UUID id, int months, @Nullable String type) {
    ObjectNode pact = inFull(reader, AgreementKind.NAME, id);
    var places = new ArrayList<JsonNode>();
    if (pact.path("place").isObject()) {
      places.add(pact.path("place"));
    }
    pact.path("furtherPlaces").forEach(places::add);
    Bounds inForce = Bounds.of(pact.path("inForceFrom"));
    return around(
        reader,
        inForce.from() == null && inForce.to() == null ? Bounds.of(pact.path("agreedOn")) : inForce,
        places.stream().map(place -> place.path("id").textValue()).toList(),
        months,
        type);
  }

  /**
   * The places that it lists; of one that lists none, the unit that it claims to cover.
   *
   * @throws Refusal not found, or not allowed for those who get it blurred
   */
  ViolenceAnswer ofList(Reader reader, UUID id, int months, @Nullable String type) {
    ObjectNode list = inFull(reader, CoverageListKind.NAME, id);
    JsonNode entries = list.path("entries");
    return around(
        reader,
        Bounds.of(list.path("when")),
        entries.isEmpty()
            ? idOf(list.path("unit"))
            : StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("place").textValue())
                .toList(),
        months,
        type);
  }

  private static List<@Nullable String> idOf(JsonNode unit) {
    var one = new ArrayList<@Nullable String>();
    if (unit.isObject()) {
      one.add(unit.path("id").textValue());
    }
    return one;
  }

  private ObjectNode inFull(Reader reader, String kind, UUID id) {
    Served served = reads.one(reader, kind, id).orElseThrow(Refusal::notFound);
    if (served.view() != View.FULL) {
      throw new Refusal(
          ProblemType.NOT_ALLOWED,
          "What happened in its places is for those alone who get it in full.");
    }
    return kinds.reckoned(json.parse(served.json()));
  }

  private ViolenceAnswer around(
      Reader reader,
      Bounds cut,
      List<? extends @Nullable String> covered,
      int months,
      @Nullable String type) {
    Span known = Span.of(cut);
    if (known == null) {
      throw new Refusal(
          ProblemType.CONFLICT,
          "Nobody says from when to when it can have begun, so nothing lies before or after it."
              + " Record that day with its bounds, as uncertain as it is.");
    }
    Set<String> ids = new LinkedHashSet<>();
    int notFound = 0;
    for (String id : covered) {
      if (id == null) {
        notFound++;
      } else {
        ids.add(id);
      }
    }
    var windows = new Windows(known, months);
    count(reader, windows, ids.toArray(String[]::new), type);
    return windows.answer(ids.size(), notFound, LocalDate.now(clock));
  }

  /** Of the reader's own views, whose columns say no more than they do. */
  private void count(Reader reader, Windows windows, String[] ids, @Nullable String type) {
    var parameters = new ArrayList<@Nullable Object>();
    parameters.add(IncidentKind.NAME);
    parameters.add(windows.to());
    parameters.add(windows.from());
    parameters.add(type);
    parameters.add(type);
    for (int i = 0; i < 5; i++) {
      parameters.add(ids);
    }
    sql.query(
        reader,
        INCIDENTS,
        parameters,
        rows -> {
          while (rows.next()) {
            windows.add(
                new Bounds(rows.getObject(1, LocalDate.class), rows.getObject(2, LocalDate.class)));
          }
          return true;
        });
  }
}
