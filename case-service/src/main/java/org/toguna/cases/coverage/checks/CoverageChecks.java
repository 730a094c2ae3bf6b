package org.toguna.cases.coverage.checks;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.coverage.CoverageList;
import org.toguna.cases.coverage.ListVersions;
import org.toguna.cases.coverage.ListedPlace;
import org.toguna.cases.gazetteer.PlaceLookup;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.kit.audit.AuditTrail;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.problems.Refusal;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.PossibleDays;
import org.toguna.kit.values.UncertainDate;

/** Holds lists against the gazetteer. Of who asked when an entry remains; of the rest nothing. */
@ApplicationScoped
public class CoverageChecks {
  private static final JsonPointer UNIT = JsonPointer.compile("/unit");

  /** So many places of the unit are looked at for one spelling. */
  private static final int GUESSES = 20;

  private final CensusReader gazetteer;
  private final PlaceLookup lookup;
  private final KnownPlaces places;
  private final ListVersions lists;
  private final CodeLists codes;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  CoverageChecks(
      CensusReader gazetteer,
      PlaceLookup lookup,
      KnownPlaces places,
      ListVersions lists,
      CodeLists codes,
      AuditTrail audit) {
    this.gazetteer = gazetteer;
    this.lookup = lookup;
    this.places = places;
    this.lists = lists;
    this.codes = codes;
    this.audit = audit;
  }

  /** What a list says of itself: its lines, its unit, its day, and what was stated. */
  private record Subject(
      ListVersions.@Nullable Version version,
      List<ListedPlace> lines,
      @Nullable PlaceReference unit,
      @Nullable UncertainDate when,
      Totals.Stated stated) {}

  /**
   * Checks what was asked for, and notes that somebody did.
   *
   * @throws Refusal if the request, the list or the unit do not hold
   */
  CoverageCheck check(CheckRequest request, Reader reader) {
    var flaws = new ArrayList<>(request.flaws());
    if (request.statedCounts() != null) {
      codes
          .check("coverage_total_of", request.statedCounts(), "/statedCounts")
          .ifPresent(flaws::add);
    }
    if (!flaws.isEmpty()) {
      throw Refusal.invalid(flaws);
    }
    Subject subject = request.list() == null ? names(request) : list(request, reader);
    LocalDate day = request.asOf() == null ? day(subject.when()) : request.asOf();
    CoverageCheck check = check(subject, day, request.provider(), request.keepFor(), reader);
    audit.note(reader, "check", CoverageCheckKind.NAME, List.of());
    return check;
  }

  private Subject names(CheckRequest request) {
    return new Subject(
        null,
        request.lines(),
        unit(Objects.requireNonNull(request.unit())),
        null,
        new Totals.Stated(request.statedTotal(), request.statedCounts(), null));
  }

  /** What the request says of unit and total goes before what the list says. */
  private Subject list(CheckRequest request, Reader reader) {
    ListVersions.Version version =
        lists
            .find(reader, Objects.requireNonNull(request.list()))
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        Flaw.at(
                            JsonPointer.compile("/list"),
                            "unknown-record",
                            "No coverage list of this id is known to you here.")));
    CoverageList list = version.list();
    if (!list.isOfPlaces()) {
      throw Refusal.invalid(
          Flaw.at(
              JsonPointer.compile("/list"),
              "not-of-places",
              "It lists %s, and the gazetteer knows villages. Check a list of places covered."
                  .formatted(list.lists())));
    }
    boolean stated = request.statedTotal() != null;
    return new Subject(
        version,
        list.entries(),
        request.unit() == null ? list.unit() : unit(request.unit()),
        list.when(),
        new Totals.Stated(
            stated ? request.statedTotal() : list.statedTotal(),
            stated ? request.statedCounts() : list.statedCounts(),
            list.leftOff()));
  }

  /**
   * The day whose gazetteer a list is held against: its own, the last that it can be of. Today
   * where nobody knows, or where its day cannot be.
   */
  private LocalDate day(@Nullable UncertainDate when) {
    LocalDate today = LocalDate.now(clock);
    if (when == null || !PossibleDays.canBe(when, today)) {
      return today;
    }
    LocalDate last = when.latest() == null ? when.earliest() : when.latest();
    return last == null || last.isAfter(today) ? today : last;
  }

  private static PlaceReference unit(String id) {
    return new PlaceReference(id, null, null, null, null, null, null, List.of(), null, null);
  }

  private CoverageCheck check(
      Subject subject,
      LocalDate day,
      @Nullable String provider,
      Set<String> readers,
      Reader reader) {
    PlaceReference said = subject.unit();
    boolean listed = !subject.lines().isEmpty();
    Census census = null;
    Findings findings = null;
    PlaceReference unit = said;
    if (said != null && said.id() != null && !Boolean.TRUE.equals(said.unnamed())) {
      CensusReader.Unit found = standing(said.id(), day);
      unit = places.found(unit(found.id()));
      census = census(found, provider, day);
      findings = listed ? findings(found, census, day, subject.lines()) : unlisted(census);
    }
    List<Finding> rows = findings == null ? unknown(subject.lines()) : findings.rows();
    ListVersions.Version version = subject.version();
    return new CoverageCheck(
        version == null ? null : version.id(),
        version == null ? null : version.number(),
        unit,
        census == null ? null : CensusSummary.of(census),
        Totals.of(subject.stated(), listed ? subject.lines().size() : null, findings),
        counts(rows),
        rows,
        new Marking(Tlp.RED, null, null, readers, null, null).writtenBy(reader.person()),
        Map.of(),
        List.of(),
        List.of());
  }

  /** How a list stands to one place of its unit. */
  public enum Standing {
    LISTED,
    PERHAPS_LISTED,
    WITHOUT_CONSENT,
    NOT_LISTED
  }

  /**
   * Tells how a list stands to places, for whoever watches it: as of its own day, as a check of it
   * would; where its unit did not stand yet, or no longer, as of today.
   *
   * @return empty where nobody can tell: the names are not known, or the unit is no more
   */
  public Optional<Standings> standings(CoverageList list) {
    List<ListedPlace> lines = list.entries();
    PlaceReference said = list.unit();
    Optional<CensusReader.Unit> found =
        said == null || said.id() == null
            ? Optional.empty()
            : gazetteer.units(said.id()).stream()
                .filter(one -> one.id().equals(said.id()))
                .findFirst();
    if (lines.isEmpty() || found.isEmpty() || said == null) {
      return Optional.empty();
    }
    CensusReader.Unit unit = found.get();
    LocalDate day = unit.stands(day(list.when())) ? day(list.when()) : LocalDate.now(clock);
    if (!unit.stands(day)) {
      return Optional.empty();
    }
    Census census = census(unit, null, day);
    List<Finding> findings = findings(unit, census, day, lines).rows();
    return Optional.of(new Standings(said, lines, census, findings));
  }

  private Findings findings(
      CensusReader.Unit unit, Census census, LocalDate day, List<ListedPlace> lines) {
    Spellings spellings =
        written ->
            lookup.find(written, PlaceLookup.Within.unit(unit.id()), GUESSES).candidates().stream()
                .map(candidate -> new Spellings.Guess(candidate.id(), candidate.score()))
                .toList();
    return new Matching(census, spellings, gazetteer.around(unit, day)).of(lines);
  }

  /** A list whose names nobody knows lacks no place that could be named. */
  private static Findings unlisted(Census census) {
    return new Findings(List.of(), census.places().size(), 0, census.places().size());
  }

  private static List<Finding> unknown(List<ListedPlace> lines) {
    var rows = new ArrayList<Finding>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(
          new Finding(
              Finding.UNCHECKABLE,
              "unit_unknown",
              i + 1,
              lines.get(i).written(),
              null,
              List.of(),
              null,
              null));
    }
    return rows;
  }

  private CensusReader.Unit standing(String idOrCode, LocalDate day) {
    List<CensusReader.Unit> units = gazetteer.units(idOrCode);
    List<CensusReader.Unit> then = units.stream().filter(unit -> unit.stands(day)).toList();
    if (units.isEmpty()) {
      throw bad("unknown-unit", "The gazetteer has no unit of this id or P-code.");
    }
    if (then.isEmpty()) {
      throw bad("not-there-then", "This unit did not exist on that day: give another asOf.");
    }
    if (then.size() > 1) {
      throw bad(
          "shared-code",
          "Several units bear this code: name one by its id, %s."
              .formatted(
                  then.stream()
                      .map(CensusReader.Unit::id)
                      .limit(10)
                      .collect(Collectors.joining(", "))));
    }
    return then.getFirst();
  }

  private Census census(CensusReader.Unit unit, @Nullable String provider, LocalDate day) {
    List<CensusPlace> all = gazetteer.places(unit, day);
    if (all.size() > CensusReader.MOST_PLACES) {
      throw bad("unit-too-large", "Too many places at once: check unit by unit.");
    }
    return Census.of(all, provider, day);
  }

  private static Refusal bad(String code, String detail) {
    return Refusal.invalid(Flaw.at(UNIT, code, detail));
  }

  private static Map<String, Integer> counts(List<Finding> rows) {
    var counts = new TreeMap<String, Integer>();
    Finding.ORDER.forEach(result -> counts.put(result, 0));
    rows.forEach(row -> counts.merge(row.result(), 1, Integer::sum));
    return counts;
  }
}
