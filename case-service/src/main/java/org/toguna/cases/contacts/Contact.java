package org.toguna.cases.contacts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.dialogue.PartOfCase;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * How the other side was reached. The hops are for the owner and named partners; nobody else learns
 * of them, nor through whom they ran.
 *
 * @param hops in their order, from whoever sought the contact to whoever was reached
 * @param said what was passed on, as a paraphrase
 */
@Schema(description = "How the other side was reached.")
public record Contact(
    @JsonProperty("case") @Schema(name = "case") @Nullable UUID dialogue,
    @Required @Code("contact_status") String status,
    @Nullable ActorReference from,
    @Nullable ActorReference to,
    @Schema(maxItems = 30) List<Hop> hops,
    @Code("contact_channel") List<String> channels,
    @Schema(maxItems = 20) List<Lever> levers,
    @Schema(description = "Why they were believed", maxLength = 1000) @Nullable String trustBasis,
    @Schema(description = "What was passed on, as a paraphrase", maxLength = 2000)
        @Nullable String said,
    @Nullable UncertainDate when,
    @Schema(description = "In the source's words", maxLength = 1000) @Nullable String asStated,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements PartOfCase {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Contact {
    status = status == null ? "" : status;
    hops = hops == null ? List.of() : List.copyOf(hops);
    channels = channels == null ? List.of() : List.copyOf(channels);
    levers = levers == null ? List.of() : List.copyOf(levers);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }
}
