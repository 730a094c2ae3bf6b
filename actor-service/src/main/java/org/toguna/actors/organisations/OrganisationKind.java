package org.toguna.actors.organisations;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.toguna.kit.codelists.CodeLists;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;
import org.toguna.kit.values.Flaws;

/** What makes an organisation valid, how it is found, and what of it everybody may know. */
@ApplicationScoped
class OrganisationKind implements RecordKind<Organisation> {
  private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Blur BLUR =
      Blur.of(Organisation.class)
          .open("/shortName", "/type", "/name/en", "/name/fr", "/status", "/since");

  private final CodeLists codes;

  OrganisationKind(CodeLists codes) {
    this.codes = codes;
  }

  @Override
  public String name() {
    return "organisation";
  }

  @Override
  public String topic() {
    return "actors.organisation";
  }

  @Override
  public Class<Organisation> stateType() {
    return Organisation.class;
  }

  @Override
  public List<Flaw> flaws(Organisation organisation, Reader author) {
    var flaws = new Flaws(JsonPointer.empty());
    flaws.unless(
        SHORT_NAME.matcher(organisation.shortName()).matches(),
        "shortName",
        "not-a-short-name",
        "A short name is 1 to 63 of a-z, 0-9 and -, as tokens carry it: ngo-a.");
    flaws.unless(
        !organisation.shortName().equals(Reader.WITHOUT_SIGNING_IN),
        "shortName",
        "taken",
        "`anyone` stands for those who do not sign in; choose another short name.");
    flaws.addAll(codes.check("organisation_kind", organisation.type(), "/type").stream().toList());
    flaws.addAll(
        codes.check("organisation_status", organisation.status(), "/status").stream().toList());
    flaws.atMost("reason", organisation.reason(), 1000);
    if (organisation.name() != null) {
      Flaws ofName = new Flaws(flaws.member("name"));
      ofName.atMost("en", organisation.name().en(), 200);
      ofName.atMost("fr", organisation.name().fr(), 200);
      flaws.addAll(ofName.found());
    }
    return flaws.found();
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("organisation_kind", "organisation_status", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .status("/status")
        .text("/shortName")
        .text("/name/en")
        .text("/name/fr")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/name", "/since");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    return EventData.of(view, "/shortName", "/type", "/status");
  }
}
