package org.toguna.cases.promises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.toguna.cases.dialogue.PartOfCaseKind;
import org.toguna.cases.inspection.Inspection;
import org.toguna.cases.inspection.Inspections;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Blur;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.FacetReader;
import org.toguna.kit.records.Facets;
import org.toguna.kit.records.FilterCodes;
import org.toguna.kit.values.Ahead;

/** What makes a promise valid. Others learn that there is one, and whether it was kept. */
@Singleton
public class PromiseKind extends PartOfCaseKind<Promise> {
  public static final String NAME = "promise";
  static final String DUE = "due";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Blur BLUR = Blur.of(Promise.class).open("/case", "/status");

  PromiseKind(Inspections inspections) {
    super(NAME, Promise.class, BLUR, inspections);
  }

  @Override
  protected void inspect(Promise promise, Inspection inspection) {
    inspection.unless(
        promise.kept() == null || promise.status().equals("kept"),
        "status",
        "kept-or-not",
        "It says when it was kept: its status is kept.");
  }

  /** What is still to be kept is its owner's alone until its last possible day is over. */
  @Override
  public Audience audience(Promise promise, Marking marking, Audience allowed) {
    boolean ahead =
        promise.status().equals("open") && Ahead.mayEndLater(promise.due(), LocalDate.now(CLOCK));
    return ahead ? allowed.ownerAlone(marking.owner()) : allowed;
  }

  /**
   * Found by the last day on which it can be due, and in the stage {@code due} if there is such a
   * day: a promise without one is never overdue.
   */
  @Override
  public FilterCodes filterCodes() {
    return FilterCodes.ofStatus("promise_status");
  }

  @Override
  public Facets facets(ObjectNode view) {
    JsonNode last = view.path("due").path("to");
    ObjectNode found = view.deepCopy();
    found.putObject("due").<ObjectNode>set("from", last).set("to", last);
    return FacetReader.of(found)
        .status("/status")
        .stage(last.isTextual() ? DUE : null)
        .dates("/due", "/due")
        .actors("", "actor")
        .links("/case")
        .read();
  }
}
