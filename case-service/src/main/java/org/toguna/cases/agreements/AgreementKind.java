package org.toguna.cases.agreements;

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
import org.jspecify.annotations.Nullable;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes an agreement valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class AgreementKind implements RecordKind<Agreement> {
  public static final String NAME = "agreement";

  /** Others learn what kind of agreement, roughly where and when, and how free it was. */
  private static final Blur OPEN =
      Blur.of(Agreement.class)
          .open("/case", "/type", "/ceasefireClass", "/stage", "/medium", "/consent", "/amends")
          .openPlaces("/place")
          .openDates("/agreedOn", "/inForceFrom", "/until");

  private static final Clock CLOCK = Clock.systemUTC();

  private final Inspections inspections;
  private final Amendments amendments;
  private final Blur blur;

  AgreementKind(Inspections inspections, Amendments amendments) {
    this.inspections = inspections;
    this.amendments = amendments;
    this.blur = OPEN.neverFinerThan(this::finestPlace);
  }

  /**
   * What a community undertook towards armed men is what others punish it for: as long as the
   * parties have not published it, nobody outside learns more than the region.
   */
  private PlaceLevel finestPlace(JsonNode agreement) {
    var parties = new ArrayList<JsonNode>();
    agreement.path("parties").forEach(party -> parties.add(party.path("who")));
    return !agreement.path("publication").isObject() && inspections.mayBeArmed(parties)
        ? PlaceLevel.adm1
        : PlaceLevel.site;
  }

  /** One that may lie ahead is its owner's alone. */
  @Override
  public Audience audience(Agreement agreement, Marking marking, Audience allowed) {
    LocalDate today = LocalDate.now(CLOCK);
    return Ahead.mayBe(agreement.agreedOn(), today) || Ahead.mayBe(agreement.inForceFrom(), today)
        ? allowed.ownerAlone(marking.owner())
        : allowed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.agreement";
  }

  @Override
  public Class<Agreement> stateType() {
    return Agreement.class;
  }

  @Override
  public Agreement complete(Agreement agreement, Reader author) {
    return inspections.placed(agreement);
  }

  /** What the parties keep to themselves, the registry does not tell for them. */
  @Override
  public Marking marking(Agreement agreement, Marking asked) {
    return agreement.isSecret() ? asked.atLeast(Tlp.AMBER_STRICT) : asked;
  }

  @Override
  public List<Flaw> flaws(Agreement agreement, Reader author) {
    return inspections
        .of(agreement, author)
        .law(agreement)
        .unless(
            agreement.dialogue() != null, "case", "required", "Say in which case it was agreed.")
        .period(agreement.agreedOn(), "until", agreement.until())
        .each("parties", agreement.parties(), AgreementKind::party)
        .each("consents", agreement.consents(), AgreementKind::consent)
        .within("secrecy", agreement.secrecy(), AgreementKind::secrecy)
        .within("publication", agreement.publication(), AgreementKind::publication)
        .unless(
            agreement.publication() == null || !agreement.isSecret(),
            "publication",
            "secret-and-published",
            "The parties keep it to themselves: say in secrecy.release that they no longer do.")
        .record("case", CaseKind.NAME, agreement.dialogue())
        .record("amends", NAME, agreement.amends())
        .found();
  }

  private static void party(Inspection at, Party party) {
    at.unless(party.who() != null, "who", "required", "Say who is party to it.");
  }

  private static void consent(Inspection at, Consent consent) {
    at.unless(
        consent.by() != null || consent.count() != null,
        "by",
        "required",
        "Say who consented, or at least how many.");
  }

  private static void publication(Inspection at, Publication publication) {
    at.unless(
        publication.when() != null
            || (publication.asStated() != null && !publication.asStated().isBlank()),
        "asStated",
        "required",
        "Say when the parties published it, or where, in the source's words.");
  }

  private static void secrecy(Inspection at, Secrecy secrecy) {
    at.unless(
        !secrecy.rule().isBlank(),
        "rule",
        "required",
        "Say what must not be told. If the source says that there is no such clause, leave it"
            + " out and say none in states.");
    for (String reason : secrecy.reasons()) {
      at.text("reasons", reason, 1000);
    }
    at.within(
        "release",
        secrecy.release(),
        (within, release) ->
            within
                .unless(release.by() != null, "by", "required", "Say who released the parties.")
                .unless(!release.reason().isBlank(), "reason", "required", "Say why it ended."));
  }

  @Override
  public List<Flaw> flawsOfChange(UUID id, Agreement before, Agreement after, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        !before.isSecret() || after.secrecy() != null,
        "secrecy",
        "secrecy-stands",
        "A secrecy clause is not taken out. If the parties were released from it, say in"
            + " secrecy.release by whom, when and why.");
    flaws.unless(
        !before.isSecret()
            || !after.isSecret()
            || sharedWith(before).containsAll(sharedWith(after)),
        "marking",
        "secrecy-stands",
        "The parties keep this agreement to themselves: it is shared with nobody new while the"
            + " clause stands.");
    flaws.unless(
        after.amends() == null || !amendments.leadTo(id, after.amends(), author),
        "amends",
        "amends-itself",
        "An agreement cannot amend itself, nor one that amends it.");
    return flaws.found();
  }

  private static Set<String> sharedWith(Agreement agreement) {
    @Nullable Marking marking = agreement.marking();
    if (marking == null) {
      return Set.of();
    }
    var named = new LinkedHashSet<>(marking.sharedWith());
    named.addAll(marking.namedPersons());
    return named;
  }

  @Override
  public Set<UUID> hangsOn(Agreement agreement) {
    var parents = new LinkedHashSet<UUID>();
    Stream.of(agreement.dialogue(), agreement.amends())
        .filter(Objects::nonNull)
        .forEach(parents::add);
    return parents;
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("agreement_type", "consent_quality", "agreement_stage");
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .status("/consent")
        .stage(view.path("stage").textValue())
        .place("/place")
        .furtherPlaces("/furtherPlaces")
        .dates("/agreedOn", "/until")
        .actors("/parties", "actor")
        .actors("/consents", "actor")
        .links("/case")
        .links("/amends")
        .text("/title")
        .compared("case", "/case")
        .compared("type", "/type")
        .read();
  }

  @Override
  public Blur blur() {
    return blur;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(
        blurred,
        "/case",
        "/type",
        "/ceasefireClass",
        "/stage",
        "/medium",
        "/consent",
        "/place",
        "/agreedOn",
        "/until");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data =
        EventData.of(
            view,
            "/case",
            "/type",
            "/ceasefireClass",
            "/stage",
            "/medium",
            "/consent",
            "/amends",
            "/suggestion");
    data.set("actors", EventData.ids(view, "actor"));
    return data;
  }
}
