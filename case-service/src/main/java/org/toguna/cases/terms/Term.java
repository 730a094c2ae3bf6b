package org.toguna.cases.terms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.inspection.Payments;
import org.toguna.cases.inspection.Rivals;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * One item of a case, the same from the day it was demanded or offered to the day it was agreed,
 * refused, imposed, withdrawn or lapsed. How far it was kept in practice, observations say.
 *
 * @param nature whether somebody undertakes it or civilians must live by it: that decides on which
 *     scale it can be observed
 * @param movements in whatever order they came
 */
@Schema(description = "One item of a case, followed through the talks.")
public record Term(
    @Schema(name = "case") @JsonProperty("case") @Nullable UUID dialogue,
    @Schema(description = "The agreement that it is part of, if any") @Nullable UUID agreement,
    @Required @Code("term_issue") String issue,
    @Required @Code("term_nature") String nature,
    @Schema(description = "What it says, in the source's words", maxLength = 2000)
        @Nullable String text,
    @Code("side") @Schema(description = "Who asked for it") @Nullable String askedBySide,
    @Schema(maxItems = 50) List<ActorReference> askedBy,
    @Code("side") @Schema(description = "Who is bound by it") @Nullable String boundSide,
    @Schema(maxItems = 50) List<ActorReference> bound,
    @Code("side") @Schema(description = "Who benefits") @Nullable String benefitSide,
    @Schema(maxItems = 50) List<ActorReference> benefits,
    @Schema(description = "How much or how far, such as 50 km; never of a ransom")
        @Nullable UncertainNumber quantity,
    @Schema(maxItems = 50) List<Condition> conditions,
    @Schema(description = "The sides of an exchange", maxItems = 20) List<Leg> legs,
    @Schema(maxItems = 200) List<Movement> movements,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Term {
    issue = issue == null ? "" : issue;
    nature = nature == null ? "" : nature;
    askedBy = askedBy == null ? List.of() : List.copyOf(askedBy);
    bound = bound == null ? List.of() : List.copyOf(bound);
    benefits = benefits == null ? List.of() : List.copyOf(benefits);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    legs = legs == null ? List.of() : List.copyOf(legs);
    movements = movements == null ? List.of() : List.copyOf(movements);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /** Whether it tells what somebody is to pay, or who is. */
  public boolean tellsOfAPayment() {
    return Payments.isIssue(issue)
        || Payments.isMoney(quantity)
        || legs.stream().anyMatch(leg -> leg.amount() != null)
        || Rivals.say(readings, "ransom")
        || Rivals.say(readings, "taxation");
  }
}
