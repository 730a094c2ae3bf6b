package org.toguna.cases.statements;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.toguna.cases.inspection.Inspections;
import org.toguna.cases.inspection.Payments;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;

/** What makes a statement valid, how it is found, and what of it others may know. */
@ApplicationScoped
public class StatementKind implements RecordKind<Statement> {
  public static final String NAME = "statement";

  /** Others learn of what kind a statement is and which stance it takes, not whose it is. */
  private static final Blur BLUR =
      Blur.of(Statement.class)
          .open("/type", "/stance", "/modality")
          .openPlaces("/place")
          .openDates("/when");

  private final Inspections inspections;

  StatementKind(Inspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.statement";
  }

  @Override
  public Class<Statement> stateType() {
    return Statement.class;
  }

  @Override
  public Statement complete(Statement said, Reader author) {
    return inspections.placed(said);
  }

  @Override
  public List<Flaw> flaws(Statement said, Reader author) {
    boolean policy = said.type().equals("policy_position");
    return inspections
        .of(said, author)
        .law(said)
        .unless(
            !policy || said.stance() != null,
            "stance",
            "required",
            "Say which stance it takes; unknown, if it takes none.")
        .unless(!policy || said.by() != null, "by", "required", "Say whose stance it is.")
        .unless(
            !said.type().equals("context_number") || said.quantity() != null,
            "quantity",
            "required",
            "Give the number, as far as it is known.")
        .unless(
            said.text() != null || said.quantity() != null || said.stance() != null,
            "text",
            "says-nothing",
            "Say what is said: a text, a number or a stance.")
        .found();
  }

  /** How much money somebody speaks of is its owner's alone. */
  @Override
  public Audience audience(Statement said, Marking marking, Audience allowed) {
    return Payments.isMoney(said.quantity()) ? allowed.fullForOwnerAlone(marking.owner()) : allowed;
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("statement_type", "policy_stance", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/type")
        .status("/stance")
        .place("/place")
        .dates("/when", "/when")
        .actors("/by", "actor")
        .actors("/about", "actor")
        .text("/text")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return EventData.of(blurred, "/type", "/stance", "/modality", "/place", "/when");
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data = EventData.of(view, "/type", "/stance", "/modality", "/suggestion");
    data.set("actors", EventData.ids(view, "actor"));
    return data;
  }
}
