package org.toguna.cases.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.toguna.cases.dialogue.CaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.PlaceLevel;
import org.toguna.kit.marking.Reader;
import org.toguna.kit.records.EventData;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.records.RecordKind;
import org.toguna.kit.values.Flaw;

/** What makes a statement of what was asked valid, and what of it others may know. */
@ApplicationScoped
public class AskKind implements RecordKind<Ask> {
  public static final String NAME = "ask";

  /** Others learn which side asked for which of the terms that they see, or for nothing. */
  private static final Blur BLUR =
      Blur.of(Ask.class)
          .open("/case", "/side", "/asks/*")
          .openDates("/when")
          // What is asked for in words alone may be asked by armed men; of terms, they say so.
          .neverFinerThan(ask -> ask.path("asks").isEmpty() ? PlaceLevel.adm1 : PlaceLevel.site);

  private final Inspections inspections;
  private final AskedTerms asked;

  AskKind(Inspections inspections, AskedTerms asked) {
    this.inspections = inspections;
    this.asked = asked;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String topic() {
    return "cases.ask";
  }

  @Override
  public Class<Ask> stateType() {
    return Ask.class;
  }

  @Override
  public List<Flaw> flaws(Ask ask, Reader author) {
    Inspection inspection =
        inspections
            .of(ask, author)
            .law(ask)
            .unless(ask.dialogue() != null, "case", "required", "Say in which case it was asked.")
            .unless(
                !ask.asks().isEmpty() || ask.states().containsKey(Ask.ASKS),
                "asks",
                "says-nothing",
                "Name the terms asked for, or say of /asks in states that it is none, some or"
                    + " unknown: an empty list says nothing.")
            .record("case", CaseKind.NAME, ask.dialogue());
    for (JsonNode term : inspection.opened("asks", TermKind.NAME, ask.asks())) {
      inspection.unless(
          term.path("case").asText().equals(String.valueOf(ask.dialogue())),
          "asks",
          "of-another-case",
          "One of these terms belongs to another case.");
    }
    boolean flagged = ask.readings().stream().anyMatch(read -> read.field().equals(Ask.ASKS));
    if (ask.dialogue() != null && ask.saysNothingWasAsked() && !flagged) {
      inspection.unless(
          asked.bySide(author, ask.dialogue(), ask.side()).isEmpty(),
          "states",
          "asked-for-something",
          "This case has terms that this side asked for. If sources disagree, keep both: say of"
              + " /asks among the readings what the other one says.");
    }
    return inspection.found();
  }

  @Override
  public Set<UUID> hangsOn(Ask ask) {
    var parents = new LinkedHashSet<UUID>(ask.asks());
    if (ask.dialogue() != null) {
      parents.add(ask.dialogue());
    }
    return parents;
  }

  @Override
  public Set<String> aboutThrough() {
    return Set.of(TermKind.NAME);
  }

  @Override
  public FilterCodes filterCodes() {
    return new FilterCodes("side", "value_state", null);
  }

  @Override
  public Facets facets(ObjectNode view) {
    return FacetReader.of(view)
        .type("/side")
        .status("/states/~1asks")
        .dates("/when", "/when")
        .actors("/by", "actor")
        .links("/case")
        .links("/asks")
        .text("/text")
        .read();
  }

  @Override
  public Blur blur() {
    return BLUR;
  }

  @Override
  public ObjectNode shareable(ObjectNode blurred) {
    return codes(blurred);
  }

  @Override
  public ObjectNode codes(ObjectNode view) {
    ObjectNode data = EventData.of(view, "/case", "/side", "/asks");
    data.put("state", view.path("asks").isEmpty() ? state(view) : "value");
    return data;
  }

  /** A view in which nothing is said of it withholds it, which is for its readers unknown. */
  private static String state(ObjectNode view) {
    return view.path("states").path(Ask.ASKS).asText("unknown");
  }
}
