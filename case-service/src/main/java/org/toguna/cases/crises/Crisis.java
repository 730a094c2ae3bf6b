package org.toguna.cases.crises;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.inspection.Rivals;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * The harm that a dialogue tries to end: a siege or blockade, an abduction, a campaign of attacks,
 * an expulsion, coercive rule. It stays open until somebody says that it ended: silence lifts no
 * siege.
 *
 * @param duration how long it lasted or has lasted, as stated, where the dates do not say it
 * @param lastConfirmed when the status was last confirmed by anybody
 * @param observations in which state it was seen, in whatever order they came
 * @param affected how many people it befell, all harms together
 * @param suggestion the draft that was accepted; it can be accepted once
 */
@Schema(description = "The harm that a dialogue tries to end.")
public record Crisis(
    @Required @Code("crisis_type") String type,
    @Required @Code("crisis_status") String status,
    @Schema(maxLength = 200) @Nullable String title,
    @Nullable PlaceReference place,
    @Schema(maxItems = 200) List<PlaceReference> furtherPlaces,
    @Nullable UncertainDate since,
    @Nullable UncertainDate until,
    @Schema(description = "As stated; the unit is days, months or years")
        @Nullable UncertainNumber duration,
    @Nullable UncertainDate lastConfirmed,
    @Schema(maxItems = 200) List<StatusObservation> observations,
    @Schema(description = "Who brought it about", maxItems = 50) List<ActorReference> by,
    @Schema(description = "Why, in the source's words", maxLength = 2000) @Nullable String cause,
    @Code("crisis_cause")
        @Schema(description = "The same as codes of the list crisis_cause", maxItems = 50)
        List<String> causes,
    @Nullable UncertainNumber affected,
    @Schema(maxItems = 200) List<Victims> victims,
    @Schema(maxItems = 200) List<Harm> harms,
    @Schema(maxLength = 20000) @Nullable String narrative,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Crisis {
    type = type == null ? "" : type;
    status = status == null ? "" : status;
    furtherPlaces = furtherPlaces == null ? List.of() : List.copyOf(furtherPlaces);
    observations = observations == null ? List.of() : List.copyOf(observations);
    by = by == null ? List.of() : List.copyOf(by);
    causes = causes == null ? List.of() : List.copyOf(causes);
    victims = victims == null ? List.of() : List.copyOf(victims);
    harms = harms == null ? List.of() : List.copyOf(harms);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /** Whether it tells of sexual violence, or what was paid and by whom, in one reading at least. */
  boolean tellsWhatStaysWithItsOwner() {
    return harms.stream().anyMatch(harm -> harm.type().equals("sexual_violence"))
        || victims.stream().anyMatch(some -> some.ransom() != null)
        || Rivals.say(readings, "sexual_violence")
        || Rivals.areOf(readings, "ransom");
  }
}
