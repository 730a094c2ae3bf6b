package org.toguna.cases.permissions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.dialogue.PartOfCase;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.law.SayOrUnknown;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Ahead;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * Leave from somebody who could have stopped the talks: given, refused, or not known to have been
 * asked.
 *
 * @param contact the contact before or after which it was asked
 * @param until when it ends, if it does
 */
@Schema(description = "Leave from somebody who could have stopped the talks.")
public record Permission(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("permission_status") String status,
    @SayOrUnknown("Say who could have stopped it, or that this is unknown.")
        @Nullable ActorReference grantor,
    @SayOrUnknown("Say who asked, or that this is unknown.") @Nullable ActorReference grantee,
    @Schema(description = "For what", maxLength = 1000) @Nullable String scope,
    @Code("permission_order") @Nullable String order,
    @Nullable UUID contact,
    @Nullable UncertainDate asked,
    @Nullable UncertainDate answered,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate until,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Permission {
    status = status == null ? "" : status;
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /**
   * Whether somebody may be under way with it, or wait for it: until its end, without one for a
   * while after it was asked and answered; of what is pending, always if nobody knows since when.
   */
  boolean mayHoldStill(LocalDate today) {
    return switch (status) {
      case "refused", "expired", "withdrawn", "not_asked" -> false;
      case "asked" -> Ahead.mayHoldStill(today, asked, until);
      default ->
          until != null
              ? Ahead.mayEndLater(until, today)
              : (asked != null || answered != null) && Ahead.mayHoldStill(today, asked, answered);
    };
  }
}
