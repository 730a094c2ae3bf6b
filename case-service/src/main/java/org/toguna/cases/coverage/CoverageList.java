package org.toguna.cases.coverage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.actors.ActorReference;
import org.toguna.kit.marking.Marking;
import org.toguna.kit.records.Evidenced;
import org.toguna.kit.values.Citation;
import org.toguna.kit.values.PlaceReference;
import org.toguna.kit.values.Reading;
import org.toguna.kit.values.UncertainDate;
import org.toguna.kit.values.UncertainNumber;
import org.toguna.kit.values.ValueState;

/**
 * The places that one case of dialogue is to cover, as somebody wrote them down. Its versions are
 * those of the record; nothing is ever corrected in it silently.
 *
 * @param lists what it lists, a code of the list coverage_lists_what: only of lists of places
 *     covered can something be missing
 * @param unit the unit that it claims to cover, all of it
 * @param when it was proposed, sent or agreed, whatever its status says
 * @param statedTotal how many places the source says there are: "the 109 villages of the commune"
 * @param statedCounts what that number counts, a code of the list coverage_total_of
 * @param leftOff how many places a source says were left off it
 * @param entries what is listed; empty with the state {@code some} where the names are not known
 */
@Schema(description = "The places that a dialogue claims to cover, as somebody wrote them down.")
public record CoverageList(
    @JsonProperty("case") @Schema(description = "The case that it belongs to")
        @Nullable UUID dialogue,
    @Schema(description = "Code of the list coverage_list_status", maxLength = 40) String status,
    @Schema(maxLength = 200) @Nullable String title,
    @Schema(
            description =
                "What it lists, a code of the list coverage_lists_what; places_covered if left out",
            maxLength = 40)
        String lists,
    @Schema(description = "The unit that it claims to cover") @Nullable PlaceReference unit,
    @Nullable UncertainDate when,
    @Nullable ActorReference sentBy,
    @Nullable ActorReference via,
    @Nullable ActorReference sentTo,
    @Schema(description = "How many places there are, as stated")
        @Nullable UncertainNumber statedTotal,
    @Schema(description = "Code of the list coverage_total_of", maxLength = 40)
        @Nullable String statedCounts,
    @Schema(description = "How many places were left off it, as stated")
        @Nullable UncertainNumber leftOff,
    @Schema(maxItems = CoverageList.MOST_ENTRIES) List<ListedPlace> entries,
    @Schema(maxLength = 20000) @Nullable String narrative,
    @Nullable UUID suggestion,
    @Nullable Marking marking,
    Map<String, ValueState> states,
    @Schema(maxItems = 500) List<Citation> citations,
    @Schema(maxItems = 200) List<Reading> readings)
    implements Evidenced {

  public static final int MOST_ENTRIES = 2_000;

  static final String PLACES_COVERED = "places_covered";
  private static final Set<String> OF_PLACES_COVERED =
      Set.of(PLACES_COVERED, "villages", "hamlets");

  @SuppressWarnings("ConstantValue") // JSON may leave out any member
  public CoverageList {
    status = status == null ? "" : status;
    // What was kept before anybody could say so was of places covered.
    lists = lists == null ? PLACES_COVERED : lists;
    entries = entries == null ? List.of() : List.copyOf(entries);
    states = states == null ? Map.of() : Map.copyOf(states);
    citations = citations == null ? List.of() : List.copyOf(citations);
    readings = readings == null ? List.of() : List.copyOf(readings);
  }

  /** Whether it claims to cover what it lists: of nothing else can a raid show a gap. */
  @JsonIgnore
  public boolean isOfPlacesCovered() {
    return OF_PLACES_COVERED.contains(lists);
  }

  /** Whether its lines can be places of the gazetteer. */
  @JsonIgnore
  public boolean isOfPlaces() {
    return isOfPlacesCovered() || lists.equals("unknown");
  }

  /** The same with its unit and its entries as the gazetteer has them. */
  CoverageList at(@Nullable PlaceReference found, List<ListedPlace> placed) {
    return new CoverageList(
        dialogue,
        status,
        title,
        lists,
        found,
        when,
        sentBy,
        via,
        sentTo,
        statedTotal,
        statedCounts,
        leftOff,
        placed,
        narrative,
        suggestion,
        marking,
        states,
        citations,
        readings);
  }
}
