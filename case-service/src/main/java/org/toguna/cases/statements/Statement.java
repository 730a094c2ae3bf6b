package org.toguna.cases.statements;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.Modality;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * What somebody says of the context of dialogue: a stance, a claim, a number. It is no fact of the
 * registry but a statement of its author, as strong as its modality and its citations.
 *
 * @param by who says so: an actor, or the author of the document
 */
@Schema(description = "What somebody says of the context of dialogue.")
public record Statement(
    @Required @Code("statement_type") String type,
    @Schema(description = "Who says so") @Nullable ActorReference by,
    @Schema(description = "Of whom, if of anybody", maxItems = 50) List<ActorReference> about,
    @Code("policy_stance") @Nullable String stance,
    @Schema(description = "What is said, in few words", maxLength = 2000) @Nullable String text,
    @Nullable UncertainNumber quantity,
    @Nullable PlaceReference place,
    @Schema(description = "When it was, or was said") @MayLie(MayLie.Beyond.AHEAD)
        @Nullable UncertainDate when,
    @Nullable Modality modality,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Statement {
    type = type == null ? "" : type;
    about = about == null ? List.of() : List.copyOf(about);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
