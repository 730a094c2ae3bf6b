package org.toguna.cases.breaches;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.terms.Ransoms;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes a breach report valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class BreachKind implements RecordKind<Breach> {
  public static final String NAME = "breach";

  /** Others learn that a breach was alleged and what became of it, not who said or checked so. */
  private static final Blur BLUR =
      Blur.of(Breach.class)
          .open("/agreement", "/state", "/verdict")
          .openPlaces("/place")
          .openDates("/when");

  private static final Clock CLOCK = Clock.systemUTC();

  private final Inspections inspections;

  BreachKind(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.breach";
  }

  @Override
  public Class<Breach> stateType() {
    return Breach.class;
  }

  @Override
  public Breach complete(Breach breach, Reader author) {
    return inspections.placed(breach);
  }

  @Override
  public List<Flaw> flaws(Breach breach, Reader author) {
    Inspection inspection =
        inspections
            .of(breach, author)
            .law(breach)
            .unless(
                breach.agreement() != null,
                "agreement",
                "required",
                "Say which agreement is said to be broken.")
            .each("checks", breach.checks(), BreachKind::check)
            .each("followUps", breach.followUps(), BreachKind::followUp)
            .record("agreement", AgreementKind.NAME, breach.agreement());
    judged(inspection, breach);
    for (JsonNode term : inspection.opened("terms", TermKind.NAME, breach.terms())) {
      inspection.unless(
          term.path("agreement").asText().equals(String.valueOf(breach.agreement())),
          "terms",
          "of-another-agreement",
          "One of these terms is no part of this agreement.");
    }
    return inspection.found();
  }

  /** A verdict is the word of whoever checked: no state comes without what it stands on. */
  private static void judged(Inspection inspection, Breach breach) {
    inspection
        .unless(
            breach.verdict() == null || (breach.isChecked() && !breach.checks().isEmpty()),
            "verdict",
            "verdict-without-a-check",
            "A report has a verdict once somebody has checked it: say in checks who and how, and"
                + " that its state is checked.")
        .unless(
            !breach.isChecked() || !breach.checks().isEmpty(),
            "checks",
            "required",
            "Say who checked, and how.")
        .unless(
            !breach.isChecked() || breach.verdict() != null,
            "verdict",
            "required",
            "Say what the check found; unresolved if it settled nothing.");
  }

  private static void check(Inspection at, Check check) {
    at.unless(check.by() != null, "by", "required", "Say who checked.");
  }

  private static void followUp(Inspection at, FollowUp done) {
    if ("ransom".equals(done.type())) {
      at.unless(done.amount() == null, "amount", "vault-only", Ransoms.REMEDY);
      at.unless(done.by() == null, "by", "vault-only", Ransoms.REMEDY);
    }
  }

  /** What armed men were paid for it is its owner's alone; so is what may lie ahead. */
  @Override
  public Audience audience(Breach breach, Marking marking, Audience allowed) {
    LocalDate today = LocalDate.now(CLOCK);
    if (breach.followUps().stream().anyMatch(done -> Ahead.mayBe(done.when(), today))) {
      return allowed.ownerAlone(marking.owner());
    }
    boolean paid =
        breach.followUps().stream()
            .anyMatch(done -> inspections.isPaidToArmedMen(done.type(), Stream.of(done.to())));
    return paid ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  /** What was found is not unfound: a later check is added to the earlier ones. */
  @Override
  public List<Flaw> flawsOfChange(UUID id, Breach before, Breach after, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        !before.isChecked() || after.isChecked(),
        "state",
        "checked-once",
        "A report that was checked stays checked. Add the new check and change the verdict.");
    flaws.unless(
        after.checks().size() >= before.checks().size(),
        "checks",
        "check-dropped",
        "A check is not taken out. Add the new one beside it.");
    return flaws.found();
  }

  @Override
  public Set<UUID> hangsOn(Breach breach) {
    var parents = new LinkedHashSet<UUID>(breach.terms());
    if (breach.agreement() != null) {
      parents.add(breach.agreement());
    }
    return parents;
  }

  @Override
  public Set<String> aboutThrough() {
    return Set.of(AgreementKind.NAME, TermKind.NAME);
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("breach_verdict", "breach_state", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/verdict")
        .status("/state")
        .place("/place")
        .dates("/when", "/when")
        .actors("/accused", "actor")
        .actors("/reported", "actor")
        .actors("/checks", "actor")
        .links("/agreement")
        .links("/terms")
        .text("/what")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/agreement", "/state", "/verdict", "/place", "/when");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data =
        EventData.of(view, "/agreement", "/terms", "/state", "/verdict", "/suggestion");
    data.set("actors", EventData.ids(view, "actor"));
    return data;
  }
}
