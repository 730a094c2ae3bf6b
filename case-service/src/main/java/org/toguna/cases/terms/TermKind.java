package org.toguna.cases.terms;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.dialogue.Course;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Payments;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.records.RecordReads;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes a term valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class TermKind implements RecordKind<Term> {
  public static final String NAME = "term";
  private static final String RANSOM = "ransom";
  private static final String OBSERVATIONS = "observation";
  private static final String NOT_TOLD = "-";

  /** Others learn what was talked about and how far it came, not in which words or by whom. */
  private static final Blur OPEN =
      Blur.of(Term.class)
          .open("/case", "/agreement", "/issue", "/nature", "/askedBySide", "/boundSide")
          .open("/benefitSide", "/movements/*/state")
          .openDates("/movements/*/when")
          .withholding("/movements/*/by", "/movements/*/note")
          // Which side pays is who pays.
          .closedWhere(
              term -> Payments.isIssue(term.path("issue").asText()),
              "/askedBySide",
              "/boundSide",
              "/benefitSide");

  private static final Clock CLOCK = Clock.systemUTC();

  private final Inspections inspections;
  private final RecordReads reads;
  private final Blur blur;

  TermKind(Inspections inspections, RecordReads reads) {
    this.inspections = inspections;
    this.reads = reads;
    this.blur = OPEN.neverFinerThan(this::finestPlace);
  }

  /**
   * What may be undertaken towards armed men stops at the region: of an agreement, as long as that
   * one says so.
   */
  private PlaceLevel finestPlace(JsonNode term) {
    var named = new ArrayList<JsonNode>();
    for (String member : List.of("askedBy", "bound", "benefits")) {
      term.path(member).forEach(named::add);
    }
    return !term.path("agreement").isTextual() && inspections.mayBeArmed(named)
        ? PlaceLevel.adm1
        : PlaceLevel.site;
  }

  /** What armed men are to be paid is its owner's alone; so is what may lie ahead. */
  @Override
  public Audience audience(Term term, Marking marking, Audience allowed) {
    LocalDate today = LocalDate.now(CLOCK);
    if (term.movements().stream().anyMatch(movement -> Ahead.mayBe(movement.when(), today))) {
      return allowed.ownerAlone(marking.owner());
    }
    return term.tellsOfAPayment() ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.term";
  }

  @Override
  public Class<Term> stateType() {
    return Term.class;
  }

  @Override
  public List<Flaw> flaws(Term term, Reader author) {
    Inspection inspection =
        inspections
            .of(term, author)
            .law(term)
            .unless(term.dialogue() != null, "case", "required", "Say of which case it is a term.")
            .each("conditions", term.conditions(), TermKind::condition)
            .each("legs", term.legs(), (at, leg) -> leg(at, leg, term))
            .each("movements", term.movements(), (at, movement) -> movement(at, movement, term))
            .unless(
                !term.issue().equals(RANSOM) || term.quantity() == null,
                "quantity",
                "vault-only",
                Ransoms.REMEDY)
            .record("case", CaseKind.NAME, term.dialogue());
    inspection
        .opened("agreement", AgreementKind.NAME, term.agreement())
        .ifPresent(
            agreement ->
                inspection.unless(
                    agreement.path("case").asText().equals(String.valueOf(term.dialogue())),
                    "agreement",
                    "of-another-case",
                    "This agreement belongs to another case. Leave it out, or correct the case."));
    return inspection.found();
  }

  private static void condition(Inspection at, Condition condition) {
    at.unless(!condition.text().isBlank(), "text", "required", "Say what it depends on.");
  }

  private static void leg(Inspection at, Leg leg, Term term) {
    if (term.issue().equals(RANSOM)) {
      at.unless(leg.amount() == null, "amount", "vault-only", Ransoms.REMEDY);
      at.unless(leg.from() == null, "from", "vault-only", Ransoms.REMEDY);
    }
  }

  private static void movement(Inspection at, Movement movement, Term term) {
    at.unless(
        !movement.state().equals("imposed") || !term.nature().equals("commitment"),
        "state",
        "imposed-is-no-commitment",
        "What is imposed nobody undertook. Say that its nature is rule, or that it was"
            + " agreed.");
  }

  /** What was observed of it was measured on the scale of its nature. */
  @Override
  public List<Flaw> flawsOfChange(UUID id, Term before, Term after, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        before.nature().equals(after.nature())
            || reads.about(author, OBSERVATIONS, Set.of(id), 1).isEmpty(),
        "nature",
        "observed-already",
        "This term was observed on the scale of its nature. Record the other one as a new term.");
    return flaws.found();
  }

  @Override
  public Set<UUID> hangsOn(Term term) {
    var parents = new LinkedHashSet<UUID>();
    Stream.of(term.dialogue(), term.agreement()).filter(Objects::nonNull).forEach(parents::add);
    return parents;
  }

  @Override
  public Set<String> aboutThrough() {
    return Set.of(AgreementKind.NAME);
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("term_issue", "term_state", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    JsonNode movements = view.path("movements");
    return FacetReader.of(view)
        .type("/issue")
        .status("/movements/" + Course.latest(movements) + "/state")
        .dates("/movements/0/when", "/movements/" + Math.max(0, movements.size() - 1) + "/when")
        .actors("/askedBy", "actor")
        .actors("/bound", "actor")
        .actors("/benefits", "actor")
        .actors("/legs", "actor")
        .links("/case")
        .links("/agreement")
        .text("/text")
        .compared("case", "/case")
        .comparedAs("term", item(view))
        .read();
  }

  /** Issue, nature and the state that it came into last; a dash for what is not told. */
  private static String item(ObjectNode view) {
    return String.join(
        ":",
        view.path("issue").asText(NOT_TOLD),
        view.path("nature").asText(NOT_TOLD),
        Objects.requireNonNullElse(Movements.latestState(view.path("movements")), NOT_TOLD));
  }

  @Override
  public Blur blur() {
    return blur;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return codes(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data = EventData.of(view, "/case", "/agreement", "/issue", "/nature", "/suggestion");
    data.put("state", Movements.latestState(view.path("movements")));
    data.set("actors", EventData.ids(view, "actor"));
    return data;
  }
}
