package org.toguna.cases.breaches;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.agreements.AgreementKind;
import org.toguna.cases.places.KnownPlaces;
import org.toguna.cases.scrutiny.Scrutiny;
import org.toguna.cases.scrutiny.Sheet;
import org.toguna.cases.terms.Ransoms;
import org.toguna.cases.terms.TermKind;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.RecordKind;
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

  private final Scrutiny scrutiny;
  private final KnownPlaces places;

  BreachKind(Scrutiny scrutiny, KnownPlaces places) {
    this.scrutiny = scrutiny;
    this.places = places;
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
    return breach.place() == null ? breach : breach.at(places.found(breach.place()));
  }

  @Override
  public List<Flaw> flaws(Breach breach, Reader author) {
    Sheet sheet = scrutiny.of(author);
    sheet
        .unless(
            breach.agreement() != null,
            "agreement",
            "required",
            "Say which agreement is said to be broken.")
        .requiredCode("breach_state", "state", breach.state())
        .code("breach_verdict", "verdict", breach.verdict())
        .words("what", breach.what(), 2000)
        .words("explanation", breach.explanation(), 2000)
        .actors("accused", breach.accused())
        .place("place", breach.place())
        .date("when", breach.when())
        .within("reported", breach.reported(), BreachKind::alarm)
        .each("checks", breach.checks(), BreachKind::check)
        .each("followUps", breach.followUps(), BreachKind::followUp);
    judged(sheet, breach);
    sheet.record(AgreementKind.NAME, "agreement", breach.agreement());
    for (JsonNode term : sheet.records(TermKind.NAME, "terms", breach.terms())) {
      sheet.unless(
          term.path("agreement").asText().equals(String.valueOf(breach.agreement())),
          "terms",
          "of-another-agreement",
          "One of these terms is no part of this agreement.");
    }
    return sheet.found();
  }

  /** A verdict is the word of whoever checked: no state comes without what it stands on. */
  private static void judged(Sheet sheet, Breach breach) {
    sheet.unless(
        breach.verdict() == null || (breach.isChecked() && !breach.checks().isEmpty()),
        "verdict",
        "verdict-without-a-check",
        "A report has a verdict once somebody has checked it: say in checks who and how, and that"
            + " its state is checked.");
    sheet.unless(
        !breach.isChecked() || !breach.checks().isEmpty(),
        "checks",
        "required",
        "Say who checked, and how.");
    sheet.unless(
        !breach.isChecked() || breach.verdict() != null,
        "verdict",
        "required",
        "Say what the check found; unresolved if it settled nothing.");
  }

  private static void alarm(Sheet at, Alarm alarm) {
    at.actor("by", alarm.by())
        .date("when", alarm.when())
        .code("contact_channel", "channel", alarm.channel());
  }

  private static void check(Sheet at, Check check) {
    at.unless(check.by() != null, "by", "required", "Say who checked.")
        .actor("by", check.by())
        .requiredCode("check_method", "how", check.how())
        .date("when", check.when())
        .words("finding", check.finding(), 2000);
  }

  private static void followUp(Sheet at, FollowUp done) {
    at.code("transfer_type", "type", done.type())
        .actor("by", done.by())
        .actor("to", done.to())
        .words("what", done.what(), 1000)
        .number("amount", done.amount())
        .date("when", done.when());
    if ("ransom".equals(done.type())) {
      at.unless(done.amount() == null, "amount", "vault-only", Ransoms.REMEDY);
      at.unless(done.by() == null, "by", "vault-only", Ransoms.REMEDY);
    }
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
  public Set<String> claims(Breach breach) {
    return breach.suggestion() == null ? Set.of() : Set.of("suggestion/" + breach.suggestion());
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
