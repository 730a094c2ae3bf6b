package org.toguna.cases.agreements;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.law.Code;
import org.toguna.kit.law.Required;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.MayLie;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.ValueState;

/**
 * What the sides of a case agreed on, with or without a paper. Its terms are records of their own
 * that name it.
 *
 * @param publication how the parties made it known; absent as long as nobody says that they did
 * @param amends the agreement that this one changes or renews
 * @param consent how freely it was given as a whole; each consent may say so for itself
 */
@Schema(description = "What the sides of a case agreed on, with or without a paper.")
public record Agreement(
    @Schema(name = "case") @JsonProperty("case") @Nullable UUID dialogue,
    @Required @Code("agreement_type") String type,
    @Code("agreement_class")
        @Schema(description = "Code of the list agreement_class, for ceasefires", maxLength = 40)
        @Nullable String ceasefireClass,
    @Code("agreement_stage") @Nullable String stage,
    @Required @Code("agreement_medium") String medium,
    @Schema(maxLength = 200) @Nullable String title,
    @Nullable PlaceReference place,
    @Schema(maxItems = 200) List<PlaceReference> furtherPlaces,
    @Nullable UncertainDate agreedOn,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate inForceFrom,
    @MayLie(MayLie.Beyond.AHEAD) @Nullable UncertainDate until,
    @Schema(maxItems = 100) List<Party> parties,
    @Schema(maxItems = 100) List<Consent> consents,
    @Code("consent_quality") @Nullable String consent,
    @Nullable Secrecy secrecy,
    @Nullable Publication publication,
    @Nullable UUID amends,
    @Schema(maxLength = 20000) @Nullable String narrative,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public Agreement {
    type = type == null ? "" : type;
    medium = medium == null ? "" : medium;
    furtherPlaces = furtherPlaces == null ? List.of() : List.copyOf(furtherPlaces);
    parties = parties == null ? List.of() : List.copyOf(parties);
    consents = consents == null ? List.of() : List.copyOf(consents);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  boolean isSecret() {
    return secrecy != null && secrecy.stands();
  }
}
