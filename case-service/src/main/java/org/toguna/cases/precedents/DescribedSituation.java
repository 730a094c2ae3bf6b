package org.toguna.cases.precedents;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.cases.inspection.Inspection;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.UncertainDate;

/**
 * A situation that somebody describes, to find the cases nearest to it. Whatever is left out is not
 * compared, and so is what is said to be unknown or other.
 *
 * @param period when it began and ended, as far as that is known
 */
@Schema(description = "A situation to find precedents of; what is left out is not compared.")
record DescribedSituation(
    @Schema(description = "Code of the list case_type", maxLength = 40) @Nullable String type,
    @Schema(description = "Code of the list case_level", maxLength = 40) @Nullable String level,
    @Schema(description = "Codes of the list crisis_type", maxItems = 50) List<String> triggers,
    @Schema(description = "Codes of the list crisis_cause", maxItems = 50) List<String> causes,
    @Schema(description = "Who brought the crisis about", maxItems = 50)
        List<DescribedActor> besiegers,
    @Nullable AskedFirst askedFirst,
    @Schema(description = "Codes of the list permission_order", maxItems = 50)
        List<String> permissionOrders,
    @Schema(description = "Codes of the list contact_lever", maxItems = 50) List<String> levers,
    @Schema(description = "Codes of the list contact_channel", maxItems = 50) List<String> channels,
    @Schema(maxItems = 50) List<DescribedTerm> terms,
    @Schema(description = "Codes of the list agreement_type", maxItems = 50)
        List<String> agreements,
    @Schema(description = "Codes of the list outcome_type", maxItems = 50) List<String> outcomes,
    @Schema(description = "Codes of the list crisis_status", maxItems = 50)
        List<String> crisisStatuses,
    @Nullable DescribedPlace place,
    @Nullable UncertainDate period) {

  /** An actor by their id: words are not compared. */
  @Schema(name = "DescribedActor", description = "An actor by their id: words are not compared.")
  record DescribedActor(@Nullable UUID actor) {

    ActorReference reference() {
      return new ActorReference(actor, null, null);
    }
  }

  /** A place or unit of the gazetteer: words are not compared. */
  @Schema(name = "DescribedPlace", description = "A place or unit of the gazetteer.")
  record DescribedPlace(
      @Schema(description = "P-code or id in the gazetteer", maxLength = 80) @Nullable String id) {

    PlaceReference reference() {
      return new PlaceReference(id, null, null, null, null, null, null, List.of(), null, null);
    }
  }

  /** Who was asked for leave first: an actor, or at least their side. */
  @Schema(
      name = "DescribedLeave",
      description = "Who was asked for leave first: an actor, or at least their side.")
  record AskedFirst(
      @Nullable UUID actor,
      @Schema(description = "Code of the list side", maxLength = 40) @Nullable String side) {}

  /** A term, and how far it came. */
  @Schema(name = "DescribedTerm", description = "A term, and how far it came.")
  record DescribedTerm(
      @Schema(description = "Code of the list term_issue", maxLength = 40) String issue,
      @Schema(description = "Code of the list term_nature", maxLength = 40) @Nullable String nature,
      @Schema(description = "Code of the list term_state", maxLength = 40) @Nullable String state) {

    @SuppressWarnings("ConstantValue") // JSON may leave out any member
    DescribedTerm {
      issue = issue == null ? "" : issue;
    }
  }

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  DescribedSituation {
    triggers = triggers == null ? List.of() : List.copyOf(triggers);
    causes = causes == null ? List.of() : List.copyOf(causes);
    besiegers = besiegers == null ? List.of() : List.copyOf(besiegers);
    permissionOrders = permissionOrders == null ? List.of() : List.copyOf(permissionOrders);
    levers = levers == null ? List.of() : List.copyOf(levers);
    channels = channels == null ? List.of() : List.copyOf(channels);
    terms = terms == null ? List.of() : List.copyOf(terms);
    agreements = agreements == null ? List.of() : List.copyOf(agreements);
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    crisisStatuses = crisisStatuses == null ? List.of() : List.copyOf(crisisStatuses);
  }

  /** Looks it over: codes that no list has, actors and places that nobody knows. */
  Inspection inspected(Inspection inspection) {
    return inspection
        .code("type", "case_type", type)
        .code("level", "case_level", level)
        .codes("triggers", "crisis_type", triggers)
        .codes("causes", "crisis_cause", causes)
        .each("besiegers", besiegers, 50, (at, one) -> at.actor("", one.reference()))
        .within(
            "askedFirst",
            askedFirst,
            (at, first) -> {
              at.code("side", "side", first.side());
              if (first.actor() != null) {
                at.actor("", new ActorReference(first.actor(), null, null));
              }
            })
        .codes("permissionOrders", "permission_order", permissionOrders)
        .codes("levers", "contact_lever", levers)
        .codes("channels", "contact_channel", channels)
        .each(
            "terms",
            terms,
            50,
            (at, term) ->
                at.mustCode("issue", "term_issue", term.issue())
                    .code("nature", "term_nature", term.nature())
                    .code("state", "term_state", term.state()))
        .codes("agreements", "agreement_type", agreements)
        .codes("outcomes", "outcome_type", outcomes)
        .codes("crisisStatuses", "crisis_status", crisisStatuses)
        .place("place", place == null ? null : place.reference())
        .date("period", period);
  }

  /**
   * @param where the place as the gazetteer has it
   */
  Situation situation(@Nullable Where where) {
    Map<Feature, Set<String>> codes = new EnumMap<>(Feature.class);
    codes.put(Feature.TYPE, values(type == null ? List.of() : List.of(type)));
    codes.put(Feature.LEVEL, values(level == null ? List.of() : List.of(level)));
    codes.put(Feature.TRIGGER, values(triggers));
    codes.put(Feature.CAUSE, values(causes));
    codes.put(
        Feature.BESIEGER,
        values(
            besiegers.stream()
                .map(DescribedActor::actor)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .toList()));
    codes.put(Feature.ASKED_FIRST, first());
    codes.put(Feature.PERMISSION_ORDER, values(permissionOrders));
    codes.put(Feature.LEVER, values(levers));
    codes.put(Feature.CHANNEL, values(channels));
    codes.put(
        Feature.TERMS,
        terms.stream()
            .filter(term -> Feature.isValue(term.issue()))
            .map(term -> Gathered.term(term.issue(), term.nature(), term.state()))
            .collect(Collectors.toSet()));
    codes.put(Feature.AGREEMENT, values(agreements));
    codes.put(Feature.OUTCOME, values(outcomes));
    codes.put(Feature.CRISIS_STATUS, values(crisisStatuses));
    return Situation.of(
        codes, where, period == null ? null : new Span(period.earliest(), period.latest()));
  }

  private Set<String> first() {
    var first = new TreeSet<String>();
    if (askedFirst != null && askedFirst.actor() != null) {
      first.add("actor:" + askedFirst.actor());
    }
    if (askedFirst != null && askedFirst.side() != null && Feature.isValue(askedFirst.side())) {
      first.add("side:" + askedFirst.side());
    }
    return first;
  }

  private static Set<String> values(List<String> codes) {
    return codes.stream().filter(Feature::isValue).collect(Collectors.toSet());
  }
}
